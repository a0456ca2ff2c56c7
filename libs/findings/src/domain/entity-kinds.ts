import { decisionAggregate, meetingAggregate, type DecisionState, type MeetingState } from '@liggare/decisions';
import { groupAggregate, type GroupState } from '@liggare/groups';
import { initiativeAggregate, type InitiativeState } from '@liggare/initiatives';
import { partyAggregate, personAggregate, type PartyState, type PersonState } from '@liggare/people';

/** The entities that rules look at. The words are those of the streams. */
export interface States {
  readonly person: PersonState;
  readonly party: PartyState;
  readonly meeting: MeetingState;
  readonly decision: DecisionState;
  readonly group: GroupState;
  readonly initiative: InitiativeState;
}

export type EntityKind = keyof States;

/** How each of them is folded: by the entity's own `evolve`, so that a rule sees what everybody sees. */
export const AGGREGATES = {
  person: personAggregate,
  party: partyAggregate,
  meeting: meetingAggregate,
  decision: decisionAggregate,
  group: groupAggregate,
  initiative: initiativeAggregate,
} as const;

export const ENTITY_KINDS = Object.keys(AGGREGATES) as readonly EntityKind[];
