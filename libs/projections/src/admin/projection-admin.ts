import { inTransaction, type Database, type Transaction } from '@liggare/database';
import {
  NotFound,
  Refusal,
  withoutUndefined,
  type Clock,
  type CommandContext,
  type EventStore,
  type Position,
  type Projection,
} from '@liggare/kernel';
import { UNRECORDED_LOG } from '../log/unrecorded-log.js';
import { ProjectionSet } from '../projection-set.js';
import { measureLag, type Lag } from '../read/measure-lag.js';
import { loadHeldEvents, type HeldEvent } from '../run/held-events.js';
import { dropVersion, lockProjection } from '../versions/make-version.js';
import { loadVersions, lockVersions, type ProjectionVersion } from '../versions/projection-version.js';
import { checkSwitch, swapVersions, switchCandidates, type Swap } from '../versions/switch-versions.js';
import { codeOf, copyOf } from './find-copy.js';
import { ProjectionJournal } from './projection-journal.js';
import { beginRebuild, followRebuild, type RebuildProgress } from './rebuild.js';
import { retryHeldEvents, type RetryResult } from './retry-held-events.js';

/** Who orders something, and why. The reason becomes part of the log and must not name anybody. */
export interface Order {
  readonly context: CommandContext;
  readonly reason: string;
}

export interface ProjectionFigures extends ProjectionVersion {
  readonly head: Position;
  readonly lag: Lag;
  readonly held: number;
}

export interface ProjectionAdminOptions {
  readonly store: EventStore;
  /** The id of the log in it (see `recordLog`). */
  readonly logId?: string;
  readonly database: Database;
  readonly projections: readonly Projection<Transaction>[];
  readonly clock: Clock;
}

/**
 * What people do to read models. Works from any process: the leading worker is met in the database. Every command is
 * recorded in the log, in the stream `projection-<name>`, in the same transaction in which it takes effect.
 */
export class ProjectionAdmin {
  private readonly projections: ProjectionSet;
  private readonly journal: ProjectionJournal;
  private readonly logId: string;

  constructor(private readonly options: ProjectionAdminOptions) {
    this.projections = new ProjectionSet(options.projections);
    this.journal = new ProjectionJournal(options.store);
    this.logId = options.logId ?? UNRECORDED_LOG;
  }

  /** All copies with their figures, also those whose code this program lacks. */
  async list(): Promise<readonly ProjectionFigures[]> {
    const { database, store, clock } = this.options;
    const versions = await loadVersions(database);
    const held = await loadHeldEvents(database);
    const head = await store.head();
    return Promise.all(
      versions.map(async (version) => ({
        ...version,
        head,
        // A position of another log says nothing about this one.
        lag: await measureLag(store, clock, version.logId === this.logId ? version.checkpoint : head, head),
        held: held.filter(({ schema }) => schema === version.schema).length,
      })),
    );
  }

  /** The events held back, of one projection or of all. */
  held(projection?: string): Promise<readonly HeldEvent[]> {
    return loadHeldEvents(this.options.database, projection);
  }

  /**
   * Builds the program's version anew from the log beside the copy readers see, and waits for it. Needs a worker.
   * @throws NotFound, Refusal `already-building`, `not-switched-to`, `discarded`
   */
  async rebuild(
    name: string,
    order: Order,
    options: {
      readonly switchWhenCaughtUp?: boolean;
      readonly onProgress?: (progress: RebuildProgress) => void;
      readonly signal?: AbortSignal;
    } = {},
  ): Promise<ProjectionVersion> {
    const { database, store } = this.options;
    const projection = this.projections.current(name);
    if (!projection) throw new NotFound('projection', name);
    const build = { switchWhenCaughtUp: options.switchWhenCaughtUp ?? true, logId: this.logId };
    const made = await beginRebuild(database, projection, build, ({ schema }) => {
      const data = { copy: schema, reason: order.reason };
      return this.journal.record(name, { type: 'ProjectionRebuilt', data }, order.context);
    });
    return followRebuild(database, store, made, options.onProgress ?? (() => undefined), options.signal);
  }

  /**
   * Gives readers the copy that was built. `force` overrides held events and differing digests, nothing else.
   * @throws Refusal `nothing-to-switch-to`, `not-caught-up`, `in-use`; unless forced `holds-events`, `digests-differ`
   */
  async switch(name: string, order: Order, options: { readonly force?: boolean } = {}): Promise<Swap> {
    const { database } = this.options;
    const { from, to } = await switchCandidates(database, name);
    const objection = await checkSwitch(database, from, to).then(
      () => undefined,
      (error: unknown) => error,
    );
    const overridable = objection instanceof Refusal && ['holds-events', 'digests-differ'].includes(objection.rule);
    if (objection !== undefined && !(overridable && options.force === true)) throw objection as Error;
    const how = objection === undefined ? 'ordered' : 'forced';
    return swapVersions(database, name, 'building', (swap) => {
      const data = { from: swap.from.schema, to: swap.to.schema, how, reason: order.reason } as const;
      return this.journal.record(name, { type: 'ProjectionSwitched', data }, order.context);
    });
  }

  /**
   * Gives readers back the copy they saw before, which a worker has kept up to date.
   * @throws Refusal `nothing-to-switch-to`; `unknown-version` this program could not keep it up to date;
   *   `another-log` it was built before the log was moved; `not-caught-up`, `in-use`
   */
  async rollback(name: string, order: Order): Promise<Swap> {
    const { database } = this.options;
    const retired = (await loadVersions(database, name)).find(({ state }) => state === 'retired');
    if (retired && retired.logId !== this.logId)
      throw new Refusal('another-log', `${retired.schema} was built from another log`);
    if (retired) codeOf(this.projections, retired);
    return swapVersions(database, name, 'retired', (swap) => {
      const data = { from: swap.from.schema, to: swap.to.schema, reason: order.reason };
      return this.journal.record(name, { type: 'ProjectionRolledBack', data }, order.context);
    });
  }

  /** Removes a copy nobody reads. @throws NotFound, Refusal `in-use` for the active one */
  async discard(name: string, schema: string, order: Order): Promise<void> {
    await inTransaction(this.options.database, async (tx) => {
      await lockProjection(tx, name);
      const copy = copyOf(await lockVersions(tx, name), name, schema);
      if (copy.state === 'active') throw new Refusal('in-use', `${schema} is what readers see`);
      await dropVersion(tx, copy);
      const data = { copy: schema, reason: order.reason };
      await this.journal.record(name, { type: 'ProjectionDiscarded', data }, order.context);
    });
  }

  /**
   * Applies held events again: of one stream, or all. What fails again stays held.
   * @throws NotFound nothing is held; Refusal `unknown-version`
   */
  async retry(
    name: string,
    order: Order,
    which: { readonly stream?: string; readonly schema?: string } = {},
  ): Promise<RetryResult> {
    const { database, store } = this.options;
    return retryHeldEvents(database, store, this.projections, { projection: name, ...which }, (result) => {
      const { reason, context } = order;
      const data = withoutUndefined({ copy: result.schema, stream: which.stream, outcome: outcomeOf(result), reason });
      return this.journal.record(name, { type: 'ProjectionEventRetried', data }, context);
    });
  }

  /**
   * Leaves exactly one held event out of one copy, and applies those that waited behind it.
   * @throws NotFound it is not held; Refusal `unknown-version`
   */
  async skip(
    name: string,
    eventId: string,
    order: Order,
    which: { readonly schema?: string } = {},
  ): Promise<RetryResult> {
    const { database, store } = this.options;
    const { schema } = copyOf(await loadVersions(database, name), name, which.schema);
    const held = (await this.held(name)).find((event) => event.schema === schema && event.eventId === eventId);
    if (!held) throw new NotFound('held event', eventId);
    const { stream } = held;
    const skipped = { projection: name, schema, stream, skip: eventId };
    return retryHeldEvents(database, store, this.projections, skipped, (result) => {
      const data = { copy: schema, stream, eventId, outcome: outcomeOf(result), reason: order.reason };
      return this.journal.record(name, { type: 'ProjectionEventSkipped', data }, order.context);
    });
  }
}

function outcomeOf({ stillHeld }: RetryResult): 'released' | 'still-held' {
  return stillHeld === 0 ? 'released' : 'still-held';
}
