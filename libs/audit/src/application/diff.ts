import { NotFound, type CivilDate, type EventStore, type Position } from '@liggare/kernel';
import { changesBetween, type Change } from '../domain/changes.js';
import { keyedLists, listsAgain } from '../domain/keyed-lists.js';
import { Stamps } from '../domain/stamps.js';
import { foldSteps } from './fold-steps.js';
import { isLater, type Responsible } from './responsible.js';
import { auditedOf, presenter, type EntityRef, type Shown } from './shown.js';

/** A day, and how much of the log was known. */
export interface Coordinate {
  readonly validAt: CivilDate;
  /** Absent: everything that is known now. */
  readonly knownAt?: Position;
}

/** A field that differs, and the event that makes it differ. */
export type ExplainedChange = Change & { readonly by?: Responsible };

export interface Diff {
  /** What the register says of the first day now, and did not then: news of it, and corrections. */
  readonly knowledge: readonly ExplainedChange[];
  /** What is otherwise on the second day than on the first, as we know it at the second coordinate. */
  readonly reality: readonly ExplainedChange[];
}

/**
 * The difference of an entity between two coordinates, in two steps: first what we came to know of the same day
 * (V1,K1 → V1,K2), then what changed from day to day as it is now known (V1,K2 → V2,K2). Lists of things with ids are
 * compared by id. Both steps together are the whole difference.
 * @throws NotFound there is no such entity at the later of the two
 */
export async function diff(
  store: EventStore,
  entity: EntityRef,
  shown: Shown,
  { from, to }: { readonly from: Coordinate; readonly to: Coordinate },
): Promise<Diff> {
  const present = presenter(entity, shown);
  const show = (state: unknown, day: CivilDate) => keyedLists(present(state, day));
  const [first, second] = [new Seen(from.knownAt), new Seen(to.knownAt)];
  for await (const { event, by, state } of foldSteps(store, auditedOf(entity), entity.id, latest(from, to))) {
    const [before, after] = [show(state, from.validAt), show(state, to.validAt)];
    for (const seen of [first, second]) seen.step(event.position, { before, after, by });
  }
  if (!first.exists && !second.exists) throw new NotFound(entity.type, entity.id);
  // Going back in knowledge, what the earlier coordinate lacks is explained by what the later one had.
  const later = isAfter(from.knownAt, to.knownAt) ? first : second;
  const knowledge = changesBetween(first.before, second.before);
  const reality = changesBetween(second.before, second.after);
  return {
    knowledge: knowledge.map((change) => explained(change, later.behindBefore(change))),
    reality: reality.map((change) => explained(change, second.behindAfter(change) ?? second.behindBefore(change))),
  };
}

/** Both days of the entity, as known at one position, and what is behind each field. */
class Seen {
  before: unknown = null;
  after: unknown = null;
  exists = false;
  private readonly onFirst = new Stamps<Responsible>();
  private readonly onSecond = new Stamps<Responsible>();

  constructor(private readonly knownAt: Position | undefined) {}

  step(at: Position, { before, after, by }: { before: unknown; after: unknown; by: Responsible }): void {
    if (this.knownAt !== undefined && at > this.knownAt) return;
    this.exists = true;
    [this.before, this.after] = [before, after];
    this.onFirst.step(before, by);
    this.onSecond.step(after, by);
  }

  behindBefore(change: Change): Responsible | undefined {
    return this.onFirst.behind(change.pointer, preferredFor(change));
  }

  behindAfter(change: Change): Responsible | undefined {
    return this.onSecond.behind(change.pointer, preferredFor(change));
  }
}

/** What came is explained by the event that brought it, whatever was said of it since; what changed or went, by the last. */
function preferredFor(change: Change): (a: Responsible, b: Responsible) => boolean {
  return 'from' in change ? isLater : (a, b) => isLater(b, a);
}

function explained({ pointer, ...values }: Change, by: Responsible | undefined): ExplainedChange {
  return { pointer, ...(listsAgain(values) as Omit<Change, 'pointer'>), ...(by ? { by } : {}) };
}

function latest({ knownAt: a }: Coordinate, { knownAt: b }: Coordinate): Position | undefined {
  if (a === undefined || b === undefined) return undefined;
  return a > b ? a : b;
}

function isAfter(a: Position | undefined, b: Position | undefined): boolean {
  return b !== undefined && (a === undefined || a > b);
}
