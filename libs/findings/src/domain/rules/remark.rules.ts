import { attendanceRemarks, deferralRemarks, outcomeOf, participantsIn, presentElection } from '@liggare/decisions';
import type { EntityKind, States } from '../entity-kinds.js';
import { dayOf, lasts } from '../days.js';
import { rule, type Fact, type Occurrence, type Rule } from '../rule.js';
import type { Surroundings } from '../surroundings.js';
import { ATTENDANCE, BALLOT, ELECTION, PARTICIPANT, STATEMENT, DEFERRAL, type Said } from './remark-texts.js';

interface Remarked<Remark> {
  readonly remark: Remark;
  readonly part: string;
  readonly facts?: Readonly<Record<string, Fact>>;
}

/** One rule for each remark of a vocabulary; a remark that nothing is said about does not compile. */
function rulesOf<Kind extends EntityKind, Remark extends string>(
  about: Kind,
  prefix: string,
  said: Readonly<Record<Remark, Said>>,
  remarks: (state: States[Kind], others: Surroundings) => Iterable<Remarked<Remark>>,
  day: (state: States[Kind]) => Occurrence['raisedOn'],
): readonly Rule[] {
  return Object.entries<Said>(said).map(([remark, [severity, source, title, text]]) =>
    rule<Kind>({
      ...{ id: `${prefix}-${remark}`, about, severity, source, title, text },
      *examine(state, others) {
        for (const found of remarks(state, others)) {
          if (found.remark !== remark) continue;
          const facts = found.facts ? { facts: found.facts } : {};
          yield { part: found.part, ...lasts(day(state), undefined), ...facts };
        }
      },
    }),
  );
}

const participants = (decision: States['decision'], others: Surroundings) =>
  participantsIn(decision, decision.meetingId === undefined ? undefined : others.get('meeting', decision.meetingId));
const decided = ({ decidedOn }: States['decision']) => dayOf(decidedOn);

/** Rules over the remarks of meetings, ballots, elections and statements. */
export const remarkRules: readonly Rule[] = [
  ...rulesOf(
    'meeting',
    'attendance',
    ATTENDANCE,
    (meeting) => attendanceRemarks(meeting).map(({ remark, entryIds }) => ({ remark, part: entryIds.join(' ') })),
    ({ date }) => dayOf(date),
  ),
  ...rulesOf(
    'decision',
    'ballot',
    BALLOT,
    ({ ballots }) => ballots.flatMap((b) => outcomeOf(b).remarks.map((remark) => ({ remark, part: b.ballotId }))),
    decided,
  ),
  ...rulesOf(
    'decision',
    'election',
    ELECTION,
    ({ elections, decidedOn }) =>
      elections.flatMap((election) => {
        const beside = elections.filter((other) => other !== election);
        const { remarks } = presentElection(election, decidedOn, beside);
        return remarks.map((remark) => ({ remark, part: election.electionId }));
      }),
    decided,
  ),
  ...rulesOf(
    'decision',
    'participant',
    PARTICIPANT,
    (decision, others) =>
      participants(decision, others).participants.flatMap(({ personId, remarks }) =>
        remarks.map((remark) => ({ remark, part: personId ?? '' })),
      ),
    decided,
  ),
  ...rulesOf(
    'decision',
    'statement',
    STATEMENT,
    (decision, others) =>
      participants(decision, others).statements.flatMap(({ statementId, remarks }) =>
        remarks.map((remark) => ({ remark, part: statementId })),
      ),
    decided,
  ),
  ...rulesOf(
    'decision',
    'deferral',
    DEFERRAL,
    ({ deferral, points }) =>
      deferral ? deferralRemarks(deferral, points).map((remark) => ({ remark, part: '' })) : [],
    decided,
  ),
];
