import { Refusal, withoutUndefined, type DecideContext, type Personal } from '@liggare/kernel';
import type { BallotEvent } from './ballot-events.js';
import type { BallotClearable, BallotMethod, BallotQuestion, Side, Vote } from './ballot-vocabulary.js';
import { changedFields, withoutFields } from './changed-fields.js';
import { checkSetOrCleared } from './clearing.js';
import { checkNamed, checkOnce, sealName, type NamedPerson, type PlainName } from './named-person.js';
import { sealedUnder } from './sealed-under.js';

export interface Counts {
  readonly yes?: number;
  readonly no?: number;
  readonly abstain?: number;
  readonly absent?: number;
}

interface BallotFacts<Name, Text> {
  readonly point?: number;
  readonly question?: BallotQuestion;
  readonly wording?: Text;
  readonly votes?: readonly (Name & { readonly vote: Vote })[];
  readonly counts?: Counts;
  readonly castingVote?: Name & { readonly vote: Side };
  readonly lot?: { readonly result: Side; readonly note?: Text };
  readonly result?: Side;
}

/** How the decision was made, as the minutes have it. */
export interface Ballot extends BallotFacts<NamedPerson, Personal> {
  readonly ballotId: string;
  readonly method: BallotMethod;
}

export interface RecordBallot extends BallotFacts<PlainName, string> {
  readonly type: 'RecordBallot';
  readonly method: BallotMethod;
}

/** The register had rendered a ballot wrongly; `withdrawn`: it was not of this decision at all. */
export interface CorrectBallotRegistration extends BallotFacts<PlainName, string> {
  readonly type: 'CorrectBallotRegistration';
  readonly ballotId: string;
  readonly method?: BallotMethod;
  readonly clears?: readonly BallotClearable[];
  readonly withdrawn?: boolean;
  readonly reason?: string;
}

export type BallotCommand = RecordBallot | CorrectBallotRegistration;

interface WithBallots {
  readonly id: string;
  readonly ballots: readonly Ballot[];
}

/**
 * That numbers do not add up is remarked upon and not refused; what no ballot can be is.
 * @throws Refusal `unknown-ballot`, `names-in-secret`, `votes-by-acclamation`, `same-person-twice`, `nobody-named`,
 * `negative-count`, `set-and-cleared`
 */
export function decideBallot(
  state: WithBallots,
  command: BallotCommand,
  context: DecideContext,
): readonly BallotEvent[] {
  const decisionId = state.id;
  const facts = factsOf(decisionId, command);
  if (command.type === 'RecordBallot') {
    const { method } = command;
    checkPossible({ method, ...facts });
    return [{ type: 'BallotRecorded', data: { decisionId, ballotId: context.id(0), method, ...facts } }];
  }
  const { ballotId, method, clears = [] } = command;
  const ballot = state.ballots.find((each) => each.ballotId === ballotId);
  if (!ballot) throw new Refusal('unknown-ballot', 'the decision has no such ballot', '/ballotId');
  const set = { ...withoutUndefined({ method }), ...facts };
  checkSetOrCleared(set, clears);
  checkPossible({ ...withoutFields(ballot, clears), ...set });
  const cleared = clears.filter((name) => ballot[name] !== undefined);
  const said = {
    ...changedFields(ballot, set),
    ...(cleared.length === 0 ? {} : { clears: cleared }),
    ...(command.withdrawn === true ? ({ withdrawn: true } as const) : {}),
  };
  if (Object.keys(said).length === 0) return [];
  const reason = sealedUnder(decisionId)(command.reason);
  return [
    { type: 'BallotRegistrationCorrected', data: { decisionId, ballotId, ...said, ...withoutUndefined({ reason }) } },
  ];
}

export function evolveBallots<State extends WithBallots>(state: State, event: BallotEvent): State {
  if (event.type === 'BallotRecorded') {
    const { decisionId: _, ...ballot } = event.data;
    return { ...state, ballots: [...state.ballots, ballot] };
  }
  const { decisionId: _, ballotId, withdrawn, clears = [], reason: _why, ...corrected } = event.data;
  return {
    ...state,
    ballots: state.ballots.flatMap((ballot) => {
      if (ballot.ballotId !== ballotId) return [ballot];
      return withdrawn ? [] : [{ ...withoutFields(ballot, clears), ...corrected }];
    }),
  };
}

function factsOf(decisionId: string, command: BallotCommand) {
  const { point, question, votes, counts, castingVote, lot, result } = command;
  const sealed = sealedUnder(decisionId);
  votes?.forEach((each, index) => checkNamed(each, `/votes/${index}/personId`));
  checkOnce(votes ?? [], '/votes');
  const drawn = lot && { result: lot.result, ...withoutUndefined({ note: sealed(lot.note) }) };
  return withoutUndefined({
    ...{ point, question, result },
    wording: sealed(command.wording),
    votes: votes?.map((each) => ({ ...sealName(decisionId, each), vote: each.vote })),
    counts: counts === undefined ? undefined : plainCounts(counts),
    castingVote: castingVote && { ...sealName(decisionId, castingVote), vote: castingVote.vote },
    lot: drawn,
  });
}

function plainCounts({ yes, no, abstain, absent }: Counts) {
  const counts = withoutUndefined({ yes, no, abstain, absent });
  const impossible = Object.entries(counts).find(([, count]) => !Number.isSafeInteger(count) || count < 0);
  if (impossible) throw new Refusal('negative-count', 'a count is zero or more', `/counts/${impossible[0]}`);
  return counts;
}

function checkPossible({ method, votes }: Pick<Ballot, 'method' | 'votes'>): void {
  if (votes === undefined || votes.length === 0) return;
  if (method === 'secret') throw new Refusal('names-in-secret', 'a closed ballot has no names', '/votes');
  if (method === 'acclamation') throw new Refusal('votes-by-acclamation', 'no votes are cast by acclamation', '/votes');
}
