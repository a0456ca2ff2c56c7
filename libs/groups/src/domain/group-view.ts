import type { CivilDate } from '@liggare/kernel';
import { includes, possiblePeriod } from './period.js';
import { nameTimeline, termPeriod } from './periods-of-facts.js';
import type {
  Annulment,
  Appointment,
  EligibilityLoss,
  FunctionSeat,
  GroupState,
  Instruction,
  Resignation,
  SeatChange,
  Term,
  Underlying,
  VacancyExplanation,
} from './state.js';
import { statusOf, type TermStatus } from './composition.js';

/** A group on a day, with everything recorded about it so that each fact can be ended or corrected. */
export interface GroupView extends Partial<Term> {
  /** The group was registered by mistake; `otherId`: it was another one all along. */
  readonly registeredInError?: { readonly otherId?: string };
  /** In which other group a seat is needed to sit in this one. */
  readonly underlying?: Underlying;
  readonly name: string;
  readonly status: TermStatus;
  /** The instruction in force on the day: the latest that has begun. */
  readonly instruction?: Instruction;
  readonly history: {
    readonly names: GroupState['names'];
    readonly instructions: readonly Instruction[];
    readonly seatChanges: readonly SeatChange[];
    readonly appointments: readonly Appointment[];
    readonly resignations: readonly Resignation[];
    readonly losses: readonly EligibilityLoss[];
    readonly annulments: readonly Annulment[];
    readonly functionSeats: readonly FunctionSeat[];
    readonly vacancies: readonly VacancyExplanation[];
  };
}

/** Pure: the group as the events have it, seen from a day. Who sits in it is the composition's answer. */
export function presentGroup(state: GroupState, validAt: CivilDate): GroupView {
  const { term, names, instructions, seatChanges, appointments, functionSeats, vacancies } = state;
  const { resignations, losses, annulments, registeredInError } = state;
  const timeline = nameTimeline(state);
  const named = timeline.find(({ period }) => includes(period, validAt)) ?? timeline.at(-1);
  const instruction = instructions
    .filter(({ effectiveFrom }) => includes(possiblePeriod(effectiveFrom), validAt))
    .sort((a, b) => a.sequence - b.sequence)
    .at(-1);
  const successor = term?.successorId === undefined ? {} : { successorId: term.successorId };
  const dissolved = term?.dissolution !== undefined;
  const status = term ? statusOf({ ...termPeriod(term), ...successor, dissolved }, validAt) : 'not-started';
  return {
    ...term,
    name: named?.value.name ?? '',
    status: registeredInError ? 'registered-in-error' : status,
    ...(registeredInError ? { registeredInError } : {}),
    ...(state.underlying ? { underlying: state.underlying } : {}),
    ...(instruction ? { instruction } : {}),
    history: {
      names,
      instructions,
      seatChanges,
      appointments,
      resignations,
      losses,
      annulments,
      functionSeats,
      vacancies,
    },
  };
}
