import { personal, Refusal, withoutUndefined, type Aggregate, type CivilDate, type Personal } from '@liggare/kernel';
import { findingEvents, type FindingEvent } from './acknowledgement-events.js';

/** Somebody's word that a finding may stand, `[from, to)`. */
export interface Acknowledgement {
  readonly acknowledgementId: string;
  readonly from: CivilDate;
  readonly to?: CivilDate;
  readonly reason: Personal;
}

/** What people have said of one finding. The finding itself is derived, and in no event. */
export interface AcknowledgedFinding {
  /** Empty until somebody has said something. */
  readonly id: string;
  /** In the order they were registered. */
  readonly acknowledgements: readonly Acknowledgement[];
}

export type FindingCommand =
  | {
      readonly type: 'AcknowledgeFinding';
      readonly findingId: string;
      readonly rule: string;
      readonly entityType: string;
      readonly entityId: string;
      readonly until?: CivilDate;
      readonly reason: string;
    }
  | { readonly type: 'WithdrawAcknowledgement'; readonly acknowledgementId: string; readonly reason?: string };

/** The acknowledgement that counts on the day, if any. */
export function acknowledgedOn({ acknowledgements }: AcknowledgedFinding, day: CivilDate): Acknowledgement | undefined {
  return acknowledgements.findLast(({ from, to }) => from <= day && (to === undefined || day < to));
}

export const findingAggregate: Aggregate<AcknowledgedFinding, FindingCommand, FindingEvent> = {
  category: 'finding',
  catalogue: findingEvents,
  initialState: { id: '', acknowledgements: [] },
  decide(state, command, context) {
    if (command.type === 'AcknowledgeFinding') {
      const { type: _, reason, until, ...found } = command;
      if (until !== undefined && until <= context.today) {
        throw new Refusal('until-not-ahead', 'the day to look at it again must lie ahead', '/until');
      }
      if (acknowledgedOn(state, context.today)) {
        throw new Refusal('already-acknowledged', 'the finding is acknowledged; withdraw that first');
      }
      const acknowledged = { ...found, acknowledgementId: context.id(0), from: context.today };
      const sealed = personal(command.findingId, reason);
      return [
        { type: 'FindingAcknowledged', data: { ...acknowledged, ...withoutUndefined({ until }), reason: sealed } },
      ];
    }
    const { acknowledgementId } = command;
    const acknowledgement = state.acknowledgements.find((each) => each.acknowledgementId === acknowledgementId);
    if (!acknowledgement) {
      throw new Refusal('unknown-acknowledgement', 'the finding has no such acknowledgement', '/acknowledgementId');
    }
    if (acknowledgement.to !== undefined && acknowledgement.to <= context.today) return [];
    const reason = command.reason === undefined ? undefined : personal(state.id, command.reason);
    const data = { findingId: state.id, acknowledgementId, on: context.today, ...withoutUndefined({ reason }) };
    return [{ type: 'AcknowledgementWithdrawn', data }];
  },
  evolve(state, event) {
    if (event.type === 'FindingAcknowledged') {
      const { findingId: id, acknowledgementId, from, until, reason } = event.data;
      const acknowledgement = { acknowledgementId, from, ...(until === undefined ? {} : { to: until }), reason };
      return { id, acknowledgements: [...state.acknowledgements, acknowledgement] };
    }
    const { acknowledgementId, on } = event.data;
    return {
      ...state,
      acknowledgements: state.acknowledgements.map((each) =>
        each.acknowledgementId === acknowledgementId ? { ...each, to: on } : each,
      ),
    };
  },
};
