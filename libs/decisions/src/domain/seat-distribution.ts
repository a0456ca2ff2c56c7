/** A group of ballots (valsedelsgrupp) and how many were cast for it. */
export interface ContestingList {
  readonly number: number;
  readonly votes: number;
  /** How many persons it names: it cannot take more seats than that. Absent: not known, and no limit. */
  readonly names?: number;
}

/** One seat, with the comparison number `votes / divisor` that won it. */
export interface AwardedSeat {
  /** From 1; seats won by equal comparison numbers share the first of their places. */
  readonly place: number;
  readonly list: number;
  readonly votes: number;
  readonly divisor: number;
  /** More lists had this comparison number than there were seats left, and a lot was drawn for it. */
  readonly byLot: boolean;
}

export interface SeatDistribution {
  readonly awards: readonly AwardedSeat[];
  /** Seats that lots must decide: the lists have equal comparison numbers, and no lot is told of. */
  readonly undecided?: { readonly seats: number; readonly between: readonly number[] };
  /** Seats no list can take: the lists have no votes, or no names, left. */
  readonly unfilled: number;
}

interface Quotient {
  readonly list: number;
  readonly votes: number;
  readonly divisor: number;
}

/**
 * Divides seats by successive comparison numbers, d'Hondt: a list's votes, divided by one more than the seats it has.
 * Equal numbers that compete for too few seats are settled by `lots` (the lists drawn, in order) or not at all: a tie
 * is never decided here. Equal numbers that all get their seat need no lot and share a place.
 *
 * Pure and exact: comparison numbers are compared as fractions.
 */
export function distributeSeats(
  lists: readonly ContestingList[],
  seats: number,
  lots: readonly number[] = [],
): SeatDistribution {
  const awards: AwardedSeat[] = [];
  for (const tied of byFallingQuotient(lists, seats)) {
    const left = seats - awards.length;
    const place = awards.length + 1;
    if (tied.length <= left) {
      awards.push(...tied.map((quotient) => ({ place, ...quotient, byLot: false })));
      if (tied.length === left) break;
      continue;
    }
    const drawn = [...new Set(lots)].flatMap((number) => tied.filter(({ list }) => list === number)).slice(0, left);
    awards.push(...drawn.map((quotient, index) => ({ place: place + index, ...quotient, byLot: true })));
    if (drawn.length === left) break;
    const between = tied.filter((quotient) => !drawn.includes(quotient)).map(({ list }) => list);
    return { awards, undecided: { seats: left - drawn.length, between }, unfilled: 0 };
  }
  return { awards, unfilled: seats - awards.length };
}

/** All comparison numbers that could win a seat, largest first, equal ones together in the order of the lists. */
function byFallingQuotient(lists: readonly ContestingList[], seats: number): readonly (readonly Quotient[])[] {
  const quotients = lists
    .filter(({ votes }) => votes > 0)
    .flatMap(({ number, votes, names = seats }) =>
      Array.from({ length: Math.min(seats, names) }, (_, index) => ({ list: number, votes, divisor: index + 1 })),
    )
    .sort((one, other) => compare(other, one) || one.list - other.list);
  const groups: Quotient[][] = [];
  for (const quotient of quotients) {
    const group = groups.at(-1);
    if (group && compare(group[0]!, quotient) === 0) group.push(quotient);
    else groups.push([quotient]);
  }
  return groups;
}

function compare(one: Quotient, other: Quotient): number {
  return one.votes * other.divisor - other.votes * one.divisor;
}
