import { certainlyBefore, type PartialDate } from '@liggare/kernel';
import type { Attended } from './attendance.js';
import { participantsOf, presidingIn, type Participant, type Participation } from './attendance-standing.js';
import type { Vote } from './ballot-vocabulary.js';
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

/** What of somebody's votes does not fit what the attendance has them as. It is shown and never refused. */
export const PARTICIPANT_REMARKS = [
  /** Jäv keeps from deciding, and in a board from being there (KL 5:47, 6:28–30). */
  'voted-though-disqualified',
  /** The attendance has them absent, or present without serving, in the paragraph. */
  'voted-without-serving',
  /** The casting vote is the chair's (KL 5:56), and the attendance has somebody else presiding. */
  'casting-vote-of-another',
] as const;
export type ParticipantRemark = (typeof PARTICIPANT_REMARKS)[number];

export interface StatementStanding {
  readonly statementId: string;
  readonly kind: Statement['kind'];
  readonly authors: readonly { readonly personId: string; readonly participation: Participation }[];
  readonly remarks: readonly StatementRemark[];
}

export interface DecisionParticipant extends Participant {
  readonly votes: readonly { readonly ballotId: string; readonly vote: Vote }[];
  readonly remarks: readonly ParticipantRemark[];
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
  const presiding = meeting === undefined ? [] : presidingIn(meeting, decision.paragraph);
  const listed = meeting === undefined ? [] : participantsOf(meeting, decision.paragraph);
  const here = listed.map((participant) => {
    const cast = participant.personId === undefined ? [] : (votes.get(participant.personId) ?? []);
    const participation = withVotes(participant.participation, cast);
    return { ...participant, participation, votes: cast, remarks: remarksOn(participant, cast, decision, presiding) };
  });
  const ids = new Set(listed.map(({ personId }) => personId));
  const only = [...votes].filter(([personId]) => !ids.has(personId));
  const participants = [
    ...here,
    ...only.map(([personId, cast]) => {
      const unlisted = { personId, participation: 'not-known' } as const;
      const participation = withVotes('not-known', cast);
      return { personId, participation, votes: cast, remarks: remarksOn(unlisted, cast, decision, presiding) };
    }),
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

function remarksOn(
  { personId, participation }: Participant,
  votes: CastVotes,
  { ballots }: DecisionState,
  presiding: readonly string[],
): readonly ParticipantRemark[] {
  const voted = votes.some(({ vote }) => vote !== 'absent');
  const another = personId !== undefined && presiding.length > 0 && !presiding.includes(personId);
  const found: Readonly<Record<ParticipantRemark, boolean>> = {
    'voted-though-disqualified': voted && participation === 'disqualified',
    'voted-without-serving': voted && (participation === 'absent' || participation === 'present'),
    'casting-vote-of-another': another && ballots.some(({ castingVote }) => castingVote?.personId === personId),
  };
  return PARTICIPANT_REMARKS.filter((remark) => found[remark]);
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
