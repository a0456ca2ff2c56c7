import { Refusal, withoutUndefined, type DecideContext } from '@liggare/kernel';
import type { LoseEligibility, RecallAll, RetainDespiteLoss } from './eligibility-commands.js';
import { endAppointment } from './decide-ends.js';
import type { GroupEvent } from './events.js';
import { includes, latestEnd } from './period.js';
import { appointmentPeriod, ownEndingOf } from './periods-of-facts.js';
import { knownAppointment } from './refusals.js';
import type { EligibilityLoss, GroupState } from './state.js';
import { standing, withoutAnnulled } from './views.js';
import { ENDS_AT_ONCE } from './vocabulary.js';

/**
 * An appointment by another than the council ends at once. One by the council ends at its next meeting: on `endsOn`, or
 * when that is registered as an end (edge cases 22 and 23).
 */
export function loseEligibility(
  state: GroupState,
  { type: _, endsOn, ...loss }: LoseEligibility,
  context: DecideContext,
): GroupEvent[] {
  const appointment = knownAppointment(state, loss.appointmentId);
  if (pendingLoss(state, loss.appointmentId)) {
    throw new Refusal('loss-pending', 'a loss of eligibility waits for the council already', '/appointmentId');
  }
  const lost: GroupEvent = { type: 'EligibilityLost', data: withoutUndefined({ ...loss, lossId: context.id(0) }) };
  const { appointmentId, since, basis } = loss;
  const atOnce = state.term && ENDS_AT_ONCE.includes(state.term.legalForm) ? since : undefined;
  const on = endsOn ?? atOnce;
  const ended = ownEndingOf(standing(state, appointment) ?? appointment);
  if (on === undefined || (ended && ended.on <= (latestEnd(on) ?? context.today))) return [lost];
  const end = {
    type: 'EndAppointment',
    appointmentId,
    on,
    cause: 'not-eligible',
    ...(basis ? { basis } : {}),
  } as const;
  return [lost, ...endAppointment(state, end, { ...context, id: (n) => context.id(n + 1) })];
}

/** @throws Refusal `no-pending-loss` */
export function retainDespiteLoss(state: GroupState, { type: _, ...data }: RetainDespiteLoss): GroupEvent[] {
  knownAppointment(state, data.appointmentId);
  const loss = pendingLoss(state, data.appointmentId);
  if (!loss) throw new Refusal('no-pending-loss', 'no loss of eligibility waits for the council', '/appointmentId');
  return [{ type: 'EligibilityRetained', data: withoutUndefined({ ...data, lossId: loss.lossId }) }];
}

/** Everybody who holds an appointment on the day loses it then, when the new election is held (KL 4:10, edge case 25). */
export function recallAll(
  state: GroupState,
  { type: _, on, ground, basis }: RecallAll,
  context: DecideContext,
): GroupEvent[] {
  return withoutAnnulled(state, state.annulments)
    .appointments.filter((appointment) => includes(appointmentPeriod(appointment, state.term), on))
    .filter((appointment) => appointmentPeriod(appointment, state.term).from !== on)
    .flatMap(({ appointmentId }, n) => {
      const end = { type: 'EndAppointment', appointmentId, on, cause: 'recalled', ground } as const;
      return endAppointment(state, basis ? { ...end, basis } : end, { ...context, id: () => context.id(n) });
    });
}

/** A loss that the council has neither let pass nor followed by an end. */
function pendingLoss(state: GroupState, appointmentId: string): EligibilityLoss | undefined {
  const appointment = knownAppointment(state, appointmentId);
  if (appointment.ends.some(({ cause }) => cause === 'not-eligible')) return undefined;
  return state.losses.find((loss) => loss.appointmentId === appointmentId && loss.retained === undefined);
}
