import type { PartialDate } from '@liggare/kernel';
import type { Attended } from './attendance.js';
import { participantsOf, type Participant, type Participation } from './attendance-standing.js';
import type { Vote } from './ballot-vocabulary.js';
import { certainlyBefore } from './date-standing.js';
import type { DecisionState, Statement } from './decision.js';

/** What of a statement does not fit who took part, or the time it may be made. It is shown and never refused. */
export const STATEMENT_REMARKS = [
  /** A reservation by somebody who took no part in the decision (KL 4:27). */
  'author-took-no-part',
  /** A reservation whose authors' part in the decision the register does not know. */
  'participation-not-known',
  /** A reservation filed after the meeting: it is to be announced before it ends (KL 4:27). */
  'filed-after-meeting',
] as const;
export type StatementRemark = (typeof STATEMENT_REMARKS)[number];

export interface StatementStanding {
  readonly statementId: string;
  readonly kind: Statement['kind'];
  readonly authors: readonly { readonly personId: string; readonly participation: Participation }[];
  readonly remarks: readonly StatementRemark[];
}

export interface DecisionParticipant extends Participant {
  readonly votes: readonly { readonly ballotId: string; readonly vote: Vote }[];
}

export interface DecisionParticipants {
  /** Whether the register has the attendance of the meeting. */
  readonly attendanceKnown: boolean;
  readonly participants: readonly DecisionParticipant[];
  readonly statements: readonly StatementStanding[];
}

/** Pure: who had to do with a decision, by the attendance of its meeting and its open votes. */
export function participantsIn(
  decision: DecisionState,
  meeting?: Attended & { date?: PartialDate },
): DecisionParticipants {
  const votes = votesOf(decision);
  const listed = meeting === undefined ? [] : participantsOf(meeting, decision.paragraph);
  const here = listed.map((participant) => {
    const cast = participant.personId === undefined ? [] : (votes.get(participant.personId) ?? []);
    return { ...participant, participation: withVotes(participant.participation, cast), votes: cast };
  });
  const ids = new Set(listed.map(({ personId }) => personId));
  const only = [...votes].filter(([personId]) => !ids.has(personId));
  const participants = [
    ...here,
    ...only.map(([personId, cast]) => ({ personId, participation: withVotes('not-known', cast), votes: cast })),
  ];
  const took = new Map(participants.map(({ personId, participation }) => [personId, participation]));
  return {
    attendanceKnown: meeting?.attendance !== undefined,
    participants,
    statements: decision.statements.map((each) => standingOf(each, took, meeting?.date ?? decision.decidedOn)),
  };
}

type CastVotes = DecisionParticipant['votes'];

function votesOf({ ballots }: DecisionState): ReadonlyMap<string, CastVotes> {
  const votes = new Map<string, CastVotes>();
  for (const { ballotId, votes: cast = [] } of ballots) {
    for (const { personId, vote } of cast) {
      if (personId !== undefined) votes.set(personId, [...(votes.get(personId) ?? []), { ballotId, vote }]);
    }
  }
  return votes;
}

/** Whoever voted took part, whatever the list of attendance says. */
function withVotes(listed: Participation, votes: CastVotes): Participation {
  if (votes.some(({ vote }) => vote !== 'absent')) return 'served';
  return listed === 'not-known' && votes.length > 0 ? 'absent' : listed;
}

function standingOf(
  { statementId, kind, personIds, filedOn }: Statement,
  took: ReadonlyMap<string | undefined, Participation>,
  heldOn: PartialDate,
): StatementStanding {
  const authors = personIds.map((personId) => ({ personId, participation: took.get(personId) ?? 'not-known' }));
  const any = (...those: readonly Participation[]) =>
    authors.some(({ participation }) => those.includes(participation));
  const found: Readonly<Record<StatementRemark, boolean>> = {
    'author-took-no-part': any('present', 'disqualified', 'absent'),
    'participation-not-known': any('not-known'),
    'filed-after-meeting': filedOn !== undefined && certainlyBefore(heldOn, filedOn),
  };
  const remarks = kind === 'reservation' ? STATEMENT_REMARKS.filter((remark) => found[remark]) : [];
  return { statementId, kind, authors, remarks };
}
