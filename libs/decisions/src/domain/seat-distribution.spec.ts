import fc from 'fast-check';
import { partialDate } from '@liggare/kernel';
import { requestQuota, statuteOn } from './election-statute.js';
import { distributeSeats, type ContestingList, type SeatDistribution } from './seat-distribution.js';

const seatsOf = ({ awards }: SeatDistribution, list: number) => awards.filter((award) => award.list === list).length;

/** The council of 2022: S, M, SD, V, C, DP, L, MP, HP, KD. */
const council = [18, 13, 8, 6, 4, 3, 3, 2, 2, 2].map((votes, index) => ({ number: index + 1, votes }));
/** The same in blocks: S+C+MP+HP+V, M+L+KD, SD, DP. */
const blocks = [32, 18, 8, 3].map((votes, index) => ({ number: index + 1, votes }));

describe('seats divided by comparison numbers, edge case 35', () => {
  it.each([
    [5, [2, 2, 1, 0, 0], [3, 2, 0, 0]],
    [7, [3, 2, 1, 1, 0], [4, 2, 1, 0]],
    [9, [4, 3, 1, 1, 0], [5, 3, 1, 0]],
    [11, [4, 3, 2, 1, 1], [7, 3, 1, 0]],
    [13, [5, 4, 2, 1, 1], [7, 4, 1, 0]],
  ])('are, of %i, those of the worked examples', (seats, parties, inBlocks) => {
    const alone = distributeSeats(council, seats);
    expect(parties.map((_, index) => seatsOf(alone, index + 1))).toEqual(parties);
    const together = distributeSeats(blocks, seats);
    expect(inBlocks.map((_, index) => seatsOf(together, index + 1))).toEqual(inBlocks);
    expect(alone.undecided).toBeUndefined();
  });

  it('are, of 13 among the blocks, one short of the worked example: 32/8 = 8/2, so that a lot decides the last', () => {
    expect(distributeSeats(blocks, 13).undecided).toEqual({ seats: 1, between: [1, 3] });
    const drawn = [1, 3].map((lot) => distributeSeats(blocks, 13, [lot]));
    expect(drawn.map((each) => blocks.map(({ number }) => seatsOf(each, number)))).toEqual([
      [8, 4, 1, 0],
      [7, 4, 2, 0],
    ]);
    for (const seats of [5, 7, 9, 11]) expect(distributeSeats(blocks, seats).undecided).toBeUndefined();
  });

  it('are shown with the comparison number that won each', () => {
    expect(distributeSeats(blocks, 3).awards).toEqual([
      { place: 1, list: 1, votes: 32, divisor: 1, byLot: false },
      { place: 2, list: 2, votes: 18, divisor: 1, byLot: false },
      { place: 3, list: 1, votes: 32, divisor: 2, byLot: false },
    ]);
  });

  it('share a place when equal numbers all get a seat', () => {
    const { awards, undecided } = distributeSeats(council, 7);
    expect(awards.filter(({ place }) => place === 6).map(({ list, divisor }) => [list, divisor])).toEqual([
      [1, 3],
      [4, 1],
    ]);
    expect(undecided).toBeUndefined();
  });

  it('need a lot when equal numbers compete for the last, and are never decided without', () => {
    const open = distributeSeats(council, 6);
    expect(open.awards).toHaveLength(5);
    expect(open.undecided).toEqual({ seats: 1, between: [1, 4] });
    const drawn = distributeSeats(council, 6, [4]);
    expect(drawn.awards.at(-1)).toEqual({ place: 6, list: 4, votes: 6, divisor: 1, byLot: true });
    expect(drawn.undecided).toBeUndefined();
    expect(distributeSeats(council, 6, [2]).undecided).toEqual({ seats: 1, between: [1, 4] });
  });

  it('do not go to a list that names nobody more', () => {
    const few = [
      { number: 1, votes: 20, names: 1 },
      { number: 2, votes: 5 },
    ];
    expect(distributeSeats(few, 3).awards.map(({ list }) => list)).toEqual([1, 2, 2]);
    expect(distributeSeats([{ number: 1, votes: 20, names: 1 }], 3).unfilled).toBe(2);
    expect(distributeSeats([{ number: 1, votes: 0 }], 2)).toEqual({ awards: [], unfilled: 2 });
  });

  const lists = fc
    .array(fc.integer({ min: 0, max: 40 }), { maxLength: 6 })
    .map((votes): ContestingList[] => votes.map((count, index) => ({ number: index + 1, votes: count })));
  const seats = fc.integer({ min: 0, max: 15 });

  it('sum to the seats there are', () => {
    fc.assert(
      fc.property(lists, seats, (contesting, count) => {
        const { awards, undecided, unfilled } = distributeSeats(contesting, count);
        expect(awards.length + (undecided?.seats ?? 0) + unfilled).toBe(count);
        expect((undecided?.seats ?? 0) < (undecided?.between.length ?? 1)).toBe(true);
      }),
    );
  });

  it('are those of giving one seat after another to the largest number, whatever the lots', () => {
    fc.assert(
      fc.property(
        lists,
        seats,
        fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 6 }),
        (contesting, count, lots) => {
          const divided = distributeSeats(contesting, count, lots);
          const won = oneByOne(contesting, count, lots);
          expect(contesting.map(({ number }) => seatsOf(divided, number))).toEqual(won);
          expect(divided.undecided).toBeUndefined();
        },
      ),
    );
  });

  it('never become fewer for a list when there are more seats', () => {
    fc.assert(
      fc.property(lists, seats, (contesting, count) => {
        const [fewer, more] = [distributeSeats(contesting, count), distributeSeats(contesting, count + 1)];
        for (const { number } of contesting)
          expect(seatsOf(more, number)).toBeGreaterThanOrEqual(seatsOf(fewer, number));
      }),
    );
  });

  it('never become fewer for a list with more votes', () => {
    fc.assert(
      fc.property(lists, seats, (contesting, count) => {
        const divided = distributeSeats(contesting, count);
        for (const one of contesting) {
          for (const other of contesting.filter(({ votes }) => votes < one.votes)) {
            expect(seatsOf(divided, one.number)).toBeGreaterThanOrEqual(seatsOf(divided, other.number));
          }
        }
      }),
    );
  });

  it('are open exactly where lots drawn differently give other seats', () => {
    fc.assert(
      fc.property(lists, seats, (contesting, count) => {
        const numbers = contesting.map(({ number }) => number);
        const outcomes = [numbers, [...numbers].reverse()].map((lots) => oneByOne(contesting, count, lots).join());
        expect(distributeSeats(contesting, count).undecided !== undefined).toBe(outcomes[0] !== outcomes[1]);
      }),
    );
  });
});

/** The statute's own words: seat by seat, to the largest comparison number, at equal numbers as the lots fall. */
function oneByOne(lists: readonly ContestingList[], seats: number, lots: readonly number[]): readonly number[] {
  const won = lists.map(() => 0);
  for (let seat = 0; seat < seats; seat += 1) {
    const numbers = lists.map(({ votes }, index) => votes / (won[index]! + 1));
    const largest = Math.max(0, ...numbers);
    if (largest === 0) break;
    const tied = lists.filter((_, index) => numbers[index] === largest).map(({ number }) => number);
    const winner = lots.find((number) => tied.includes(number))!;
    won[lists.findIndex(({ number }) => number === winner)]! += 1;
  }
  return won;
}

describe('a request for a proportional election, edge case 35', () => {
  it.each([
    [61, 2, 21],
    [61, 7, 8],
    [61, 9, 7],
    [61, 11, 6],
    [60, 2, 20],
  ])('of %i present, %i to elect, needs %i', (present, seats, quota) => {
    expect(requestQuota(present, seats)).toBe(quota);
  });

  it.each([
    ['1991-12-31', '1955:138'],
    ['1992-06-30', '1955:138'],
    ['1992-07-01', '1992:339'],
    ['2022-06-30', '1992:339'],
    ['2022-07-01', '2022:629'],
    ['2023', '2022:629'],
    ['2022', undefined],
    ['2018-06/2022-06', '1992:339'],
    ['2018-06/2022-10', undefined],
    ['unknown', undefined],
  ])('of %s is under the act %s', (day, statute) => {
    expect(statuteOn(partialDate(day))).toBe(statute);
  });
});
