import { bounds, derivedId, MemoryEventStore, Refusal, Repository, type CivilDate } from '@liggare/kernel';
import fc from 'fast-check';
import { DAYS, GROUPS, play, randomHistory } from '../testing/random-history.js';
import type { AnnulBasis } from './annulment-commands.js';
import { compositionOf } from './composition-of-state.js';
import { groupAggregate } from './group.js';
import { meet } from './period.js';
import { endOfGroup } from './periods-of-facts.js';
import { sittingsIn } from './sittings.js';
import type { GroupState } from './state.js';
import { VIEWS, withoutAnnulled } from './views.js';
import { SEAT_KINDS, type SeatKind } from './vocabulary.js';

async function states(history: Parameters<typeof play>[0]): Promise<readonly GroupState[]> {
  const store = new MemoryEventStore();
  const repository = new Repository(store);
  await play(history, store, repository);
  return Promise.all(GROUPS.map(async (id) => (await repository.load(groupAggregate, id)).state));
}

const answers = (state: GroupState) =>
  VIEWS.map((view) => DAYS.map((day) => compositionOf(GROUPS[0]!, state, day, undefined, view)));

const annulments = fc
  .uniqueArray(fc.tuple(fc.nat(3), fc.constantFrom(...DAYS)), { minLength: 1, selector: ([n]) => n })
  .map((points) =>
    points.map(([n, finalOn]): AnnulBasis => {
      return { type: 'AnnulBasis', decisionId: derivedId('random', 'decision', n), point: n + 1, finalOn };
    }),
  );

/** The group after these commands; what is refused changes nothing. */
function after(state: GroupState, commands: readonly AnnulBasis[]): GroupState {
  return commands.reduce((before, command) => {
    try {
      const context = { today: DAYS[4]!, id: (n: number) => derivedId('law', n) };
      return groupAggregate.decide(before, command, context).reduce(groupAggregate.evolve, before);
    } catch (error) {
      if (error instanceof Refusal) return before;
      throw error;
    }
  }, state);
}

describe('laws of groups, whatever the history', () => {
  it('voiding is idempotent, and the order of the judgments does not matter', async () => {
    let voided = 0;
    await fc.assert(
      fc.asyncProperty(randomHistory, annulments, async (history, judgments) => {
        for (const state of await states(history)) {
          const once = after(state, judgments);
          expect(after(once, judgments)).toEqual(once);
          expect(answers(after(state, judgments.toReversed()))).toEqual(answers(once));
          if (JSON.stringify(answers(once)) !== JSON.stringify(answers(state))) voided++;
        }
      }),
      { numRuns: 60 },
    );
    expect(voided).toBeGreaterThan(5);
  }, 120_000);

  it('the intervals of one seat never overlap, in either view', async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(randomHistory, async (history) => {
        for (const state of await states(history)) {
          for (const view of VIEWS) {
            const sittings = sittingsIn(state, view).filter(({ value }) => value.seat !== undefined);
            seen += sittings.length;
            for (const [n, one] of sittings.entries()) {
              const clash = sittings.slice(n + 1).find((other) => {
                const [a, b] = [one.value, other.value];
                return a.seat === b.seat && a.appointment.kind === b.appointment.kind && meet(one.period, other.period);
              });
              expect(clash).toBeUndefined();
            }
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(seen).toBeGreaterThan(100);
  }, 120_000);

  it('the number of seats on a day is that of the instruction, or later change, in force on it', async () => {
    let counted = 0;
    await fc.assert(
      fc.asyncProperty(randomHistory, async (history) => {
        for (const state of await states(history)) {
          for (const day of DAYS) {
            const composition = compositionOf(GROUPS[0]!, state, day);
            if (!composition) continue;
            const { members, substitutes } = composition;
            const lawful = withoutAnnulled(state, state.annulments);
            expect([members.seats, substitutes.seats]).toEqual(SEAT_KINDS.map((kind) => seatsOn(lawful, kind, day)));
            for (const { seats, filled, vacant, surplus } of [members, substitutes]) {
              expect(filled + vacant).toBe(seats + surplus);
            }
            if (members.seats > 0) counted++;
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(counted).toBeGreaterThan(100);
  }, 120_000);
});

/** As plainly as it can be said: of all that has taken effect by the day the latest, and of those the last registered. */
function seatsOn({ term, instructions, seatChanges }: GroupState, kind: SeatKind, day: CivilDate): number {
  const end = endOfGroup(term);
  if (end !== undefined && end <= day) return 0;
  const adopted = instructions.map((i) => ({
    from: bounds(i.effectiveFrom).earliest ?? '',
    sequence: i.sequence,
    seats: kind === 'member' ? i.memberSeats : i.substituteSeats,
  }));
  const changed = seatChanges.filter((change) => change.kind === kind);
  const inForce = [...adopted, ...changed].filter(({ from }) => from <= day);
  const latest = inForce.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.sequence - b.sequence)).at(-1);
  return latest?.seats ?? 0;
}
