import type { Ballot, Counts } from './ballot.js';
import { VOTES, type Side } from './ballot-vocabulary.js';

/** What in a registered ballot does not add up. It is shown and never refused: the minutes may be so. */
export const BALLOT_REMARKS = [
  /** The stated numbers are not those of the named votes. */
  'counts-differ-from-names',
  /** Equal numbers, and neither a casting vote nor a lot is told of. */
  'tie-undecided',
  'casting-vote-without-tie',
  'lot-without-tie',
  /** The stated result is not what the votes, the casting vote or the lot say. */
  'result-against-votes',
  /** The chair has no casting vote in closed ballots: lots decide (KL 5:56). */
  'casting-vote-in-secret',
  /** An open vote without names: who voted how is to be in the minutes (KL 5:67). */
  'open-without-names',
] as const;
export type BallotRemark = (typeof BALLOT_REMARKS)[number];

export interface BallotOutcome {
  /** Stated where stated, else counted from the names. */
  readonly counts?: Required<Counts>;
  /** What the numbers, the casting vote or the lot say; absent when they do not say. */
  readonly decided?: Side;
  readonly remarks: readonly BallotRemark[];
}

/** Pure: what a ballot comes to, and what in it does not fit together. */
export function outcomeOf(ballot: Ballot): BallotOutcome {
  const counts = countsOf(ballot);
  const majority = counts && sideOf(counts);
  const decided = decidedBy(ballot, counts, majority);
  return {
    ...(counts === undefined ? {} : { counts }),
    ...(decided === undefined ? {} : { decided }),
    remarks: [...remarksOn(ballot, counts, majority, decided)],
  };
}

function decidedBy(ballot: Ballot, counts: Counts | undefined, majority: Side | undefined): Side | undefined {
  if (counts === undefined) return ballot.lot?.result ?? (ballot.method === 'acclamation' ? ballot.result : undefined);
  return majority ?? ballot.castingVote?.vote ?? ballot.lot?.result;
}

function* remarksOn(
  ballot: Ballot,
  counts: Counts | undefined,
  majority: Side | undefined,
  decided: Side | undefined,
): Iterable<BallotRemark> {
  const { method, votes, castingVote, lot, result } = ballot;
  const named = votes === undefined ? undefined : tally(votes);
  if (named && VOTES.some((vote) => (ballot.counts?.[vote] ?? named[vote]) !== named[vote])) {
    yield 'counts-differ-from-names';
  }
  if (counts !== undefined && decided === undefined) yield 'tie-undecided';
  if (castingVote !== undefined && majority !== undefined) yield 'casting-vote-without-tie';
  if (lot !== undefined && majority !== undefined) yield 'lot-without-tie';
  if (result !== undefined && decided !== undefined && result !== decided) yield 'result-against-votes';
  if (method === 'secret' && castingVote !== undefined) yield 'casting-vote-in-secret';
  if (method === 'open' && (votes ?? []).length === 0) yield 'open-without-names';
}

/** Without both numbers of the two sides there is nothing to compare. */
function countsOf({ counts, votes }: Ballot): Required<Counts> | undefined {
  const named = votes === undefined || votes.length === 0 ? undefined : tally(votes);
  const all = { ...named, ...counts };
  if (all.yes === undefined || all.no === undefined) return undefined;
  return { yes: all.yes, no: all.no, abstain: all.abstain ?? 0, absent: all.absent ?? 0 };
}

function tally(votes: NonNullable<Ballot['votes']>): Required<Counts> {
  const of = (vote: (typeof VOTES)[number]) => votes.filter((each) => each.vote === vote).length;
  return { yes: of('yes'), no: of('no'), abstain: of('abstain'), absent: of('absent') };
}

function sideOf({ yes, no }: Required<Counts>): Side | undefined {
  if (yes === no) return undefined;
  return yes > no ? 'yes' : 'no';
}
