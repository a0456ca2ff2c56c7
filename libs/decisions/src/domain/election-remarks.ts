import type { Election } from './election.js';
import type { ElectionStatute } from './election-vocabulary.js';
import type { SeatDistribution } from './seat-distribution.js';

/** What in a registered election does not fit together, or with the act. It is shown and never refused. */
export const ELECTION_REMARKS = [
  /** Fewer asked for a proportional election than the act requires, and one was held all the same. */
  'request-below-quota',
  /** The stated act was not in force that day; transitional rules may explain it. */
  'statute-not-of-the-day',
  /** Equal comparison numbers for too few seats, and no lot is told of. */
  'tie-needs-lot',
  /** A lot fell on a list that had no equal comparison number to compete with. */
  'lot-without-tie',
  /** The lists have no votes or names left for every seat. */
  'seats-unfilled',
  /** The minutes declare more or fewer elected than there were seats. */
  'elected-not-seats',
  /** The lists of those declared elected are not the lists that won the seats. */
  'elected-against-votes',
  /** Somebody is declared elected for a list that does not name them. */
  'elected-not-on-list',
  /** Substitutes may be elected proportionally only if the members were (3 § of the act of 2022). */
  'substitutes-unlike-members',
  /** More ballots than there were present. */
  'more-ballots-than-present',
] as const;
export type ElectionRemark = (typeof ELECTION_REMARKS)[number];

interface Computed {
  readonly applied: ElectionStatute | undefined;
  /** Elections of the same decision. */
  readonly beside: readonly Pick<Election, 'method' | 'office'>[];
  readonly ofTheDay: ElectionStatute | undefined;
  readonly quota: number | undefined;
  readonly distribution: SeatDistribution | undefined;
}

export function electionRemarks(election: Election, computed: Computed): ElectionRemark[] {
  const { ofTheDay, quota, distribution } = computed;
  const { method, statute, request, seats, elected, lots = [] } = election;
  const drawnFor = new Set(distribution?.awards.filter(({ byLot }) => byLot).map(({ list }) => list));
  const found: Readonly<Record<ElectionRemark, boolean>> = {
    'request-below-quota': method === 'proportional' && quota !== undefined && (request?.by ?? quota) < quota,
    'statute-not-of-the-day': statute !== undefined && ofTheDay !== undefined && statute !== ofTheDay,
    'tie-needs-lot': distribution?.undecided !== undefined,
    'lot-without-tie': distribution !== undefined && lots.some((list) => !drawnFor.has(list)),
    'seats-unfilled': (distribution?.unfilled ?? 0) > 0,
    'elected-not-seats': elected !== undefined && elected.length !== seats,
    'elected-against-votes': distribution !== undefined && againstVotes(election, distribution),
    'elected-not-on-list': notOnList(election),
    'substitutes-unlike-members': unlikeMembers(election, computed),
    'more-ballots-than-present': ballotsIn(election) > (request?.present ?? Infinity),
  };
  return ELECTION_REMARKS.filter((remark) => found[remark]);
}

function unlikeMembers({ method, office }: Election, { applied, beside }: Computed): boolean {
  const substitutes = method === 'proportional' && office === 'substitutes' && applied === '2022:629';
  const otherwise = (other: Computed['beside'][number]) => ['majority', 'acclamation'].includes(other.method);
  return substitutes && beside.some((other) => other.office === 'members' && otherwise(other));
}

/** A list got more seats than its votes give it; seats that lots should have decided may be any tied list's. */
function againstVotes({ elected = [] }: Election, { awards, undecided }: SeatDistribution): boolean {
  const lists = elected.flatMap(({ list }) => list ?? []);
  return [...new Set(lists)].some((number) => {
    const won = awards.filter(({ list }) => list === number).length;
    const open = undecided?.between.includes(number) === true ? 1 : 0;
    return lists.filter((list) => list === number).length > won + open;
  });
}

function notOnList({ elected = [], lists }: Election): boolean {
  return elected.some(({ list, personId }) => {
    const candidates = lists.find(({ number }) => number === list)?.candidates;
    if (candidates === undefined || personId === undefined) return false;
    return (
      candidates.every((each) => each.name === undefined) && !candidates.some((each) => each.personId === personId)
    );
  });
}

function ballotsIn({ lists, invalidBallots = 0 }: Election): number {
  return lists.reduce((sum, { votes = 0 }) => sum + votes, invalidBallots);
}
