import type { Database } from '@liggare/database';
import { derivedId, Refusal, type Clock, type CommandContext, type EventStore } from '@liggare/kernel';
import pg from 'pg';
import { ProjectionJournal } from '../admin/projection-journal.js';
import { backOff, pause } from '../pause.js';
import type { ProjectionSet } from '../projection-set.js';
import type { RuntimeLog } from '../runtime-log.js';
import { finishFilling } from '../versions/finish-filling.js';
import { prepareProjections } from '../versions/make-version.js';
import { loadVersions, noteFailure, type ProjectionVersion } from '../versions/projection-version.js';
import { checkSwitch, swapVersions } from '../versions/switch-versions.js';
import { advanceMembers, Fenced, type RunContext } from './advance-members.js';
import { describeError, isTransient } from './describe-error.js';
import type { Member } from './write-batch.js';

export interface ProjectionRuntimeOptions {
  readonly store: EventStore;
  readonly database: Database;
  readonly projections: ProjectionSet;
  readonly clock: Clock;
  readonly log: RuntimeLog;
  /** The log that is in the store. Copies that are built from another one are left alone. */
  readonly logId: string;
  /** Events per transaction at most: of a copy that follows the log. */
  readonly batchSize: number;
  /** And of one that catches up. The larger, the less is written that the next events change again. */
  readonly catchUpBatchSize: number;
  /** How many copies are written, and how many catch up, at the same time. */
  readonly concurrency: number;
  /** How often it looks for copies that commands have made or removed. */
  readonly pollMs: number;
  /** Whether a newer version in the code is switched to by itself. A rebuild says so itself. */
  readonly switchWhenCaughtUp: boolean;
}

/** A task that goes on beside others, and how to end it. */
interface Running {
  readonly members: readonly Member[];
  end(): Promise<void>;
}

/**
 * Advances all copies of all projections; only the leading process may run it. Every copy first catches up by itself,
 * reading only the events it handles, so that a rebuild holds nobody up. One that has caught up joins the live group:
 * one subscription for all of them, which is restarted when its members change.
 */
export class ProjectionRuntime {
  private readonly catchingUp = new Map<string, Running>();
  private readonly caughtUp = new Map<string, Member>();
  private readonly journal: ProjectionJournal;
  private live: Running | undefined;
  private wake = new AbortController();

  constructor(private readonly options: ProjectionRuntimeOptions) {
    this.journal = new ProjectionJournal(options.store);
  }

  /** The copies that follow the log's end, by schema. */
  get following(): readonly string[] {
    return [...this.caughtUp.keys()];
  }

  /** Runs until the signal is aborted. @throws Fenced another process leads */
  async run(signal: AbortSignal): Promise<void> {
    const fenced = new AbortController();
    const ended = AbortSignal.any([signal, fenced.signal]);
    try {
      await prepareProjections(this.options.database, this.options.projections, this.options);
      for (let failures = 0; !ended.aborted;) {
        this.wake = new AbortController();
        try {
          await this.look(ended, fenced);
          failures = 0;
        } catch (error) {
          this.options.log('warn', 'the projections cannot be looked after', { error: describeError(error) });
          await pause(backOff(++failures), ended);
        }
        await pause(this.options.pollMs, AbortSignal.any([ended, this.wake.signal]));
      }
    } finally {
      fenced.abort();
      await Promise.all([...this.catchingUp.values(), ...(this.live ? [this.live] : [])].map((task) => task.end()));
      this.catchingUp.clear();
      this.caughtUp.clear();
      this.live = undefined;
    }
    if (fenced.signal.reason instanceof Fenced) throw fenced.signal.reason;
  }

  /** One round: starts what is new, forgets what is gone, regroups, switches. */
  private async look(signal: AbortSignal, fenced: AbortController): Promise<void> {
    const versions = await loadVersions(this.options.database);
    const known = new Map(versions.map((version) => [version.schema, version]));
    for (const schema of this.caughtUp.keys()) {
      if (!known.has(schema)) this.caughtUp.delete(schema);
    }
    // What readers wait for goes first.
    const order = { active: 0, retired: 2, building: 1, failed: 3 };
    for (const version of [...versions].sort((a, b) => order[a.state] - order[b.state])) {
      if (this.catchingUp.size >= this.options.concurrency) break;
      this.catchUp(version, signal, fenced);
    }
    await this.regroup(signal, fenced);
    for (const version of versions) await this.switchIfReady(version);
  }

  private catchUp(version: ProjectionVersion, signal: AbortSignal, fenced: AbortController): void {
    const { schema, state } = version;
    const projection = this.options.projections.find(version.projection, version.version);
    if (this.catchingUp.has(schema) || this.caughtUp.has(schema)) return;
    if (!projection || state === 'failed' || version.logId !== this.options.logId) return;
    const handles = new Set(projection.handles);
    const member: Member = { copy: version, projection, handles, checkpoint: version.checkpoint, rate: version.rate };
    const task = this.start([member], 'caught-up', signal, fenced, async () => {
      if (!version.filled) await this.finish(member, signal);
      this.catchingUp.delete(schema);
      if (!signal.aborted) this.caughtUp.set(schema, member);
    });
    this.catchingUp.set(schema, task);
  }

  /** What cannot be put onto a copy is noted, and keeps it from being switched to; the copy goes on all the same. */
  private async finish({ copy: { schema }, projection }: Member, signal: AbortSignal): Promise<void> {
    const { database, log } = this.options;
    for (let attempt = 1; !signal.aborted; attempt++) {
      try {
        await finishFilling(database, schema, projection);
        return;
      } catch (error) {
        const failure = describeError(error);
        log('error', 'a read model did not get its indexes and constraints', { schema, attempt, error: failure });
        if (error instanceof pg.DatabaseError && !isTransient(error)) return noteFailure(database, schema, failure);
        await pause(backOff(attempt), signal);
      }
    }
  }

  private async regroup(signal: AbortSignal, fenced: AbortController): Promise<void> {
    const members = [...this.caughtUp.values()];
    const now = this.live?.members ?? [];
    if (now.length === members.length && now.every((member) => members.includes(member))) return;
    await this.live?.end();
    this.live =
      members.length === 0 ? undefined : this.start(members, 'aborted', signal, fenced, () => Promise.resolve());
  }

  private start(
    members: readonly Member[],
    until: 'caught-up' | 'aborted',
    signal: AbortSignal,
    fenced: AbortController,
    done: () => Promise<void>,
  ): Running {
    const stop = new AbortController();
    const ended = AbortSignal.any([signal, stop.signal]);
    const task = this.keepAdvancing(members, until, ended, fenced)
      .then(done)
      .then(() => this.wake.abort());
    return {
      members,
      end: () => {
        stop.abort();
        return task;
      },
    };
  }

  /** The subscription may fail (the event store is away): then it begins anew where the copies are. */
  private async keepAdvancing(
    members: readonly Member[],
    until: 'caught-up' | 'aborted',
    signal: AbortSignal,
    fenced: AbortController,
  ): Promise<void> {
    const { batchSize, catchUpBatchSize } = this.options;
    const run: RunContext = { ...this.options, batchSize: until === 'caught-up' ? catchUpBatchSize : batchSize };
    for (let attempt = 1; !signal.aborted; attempt++) {
      try {
        await advanceMembers(members, run, signal, until);
        if (until === 'caught-up') return;
        throw new Error('the subscription ended');
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof Fenced) {
          fenced.abort(error);
          return;
        }
        const copies = members.map(({ copy }) => copy.schema).join(', ');
        this.options.log('warn', 'reading the log failed and is tried again', { copies, error: describeError(error) });
        await pause(backOff(attempt), signal);
      }
    }
  }

  private async switchIfReady(version: ProjectionVersion): Promise<void> {
    const { projection, schema, state, failure, filled, switchWhenCaughtUp } = version;
    if (state !== 'building' || failure !== undefined || !filled || !switchWhenCaughtUp) return;
    if (!this.caughtUp.has(schema)) return;
    const { database, log } = this.options;
    const from = (await loadVersions(database, projection)).find((other) => other.state === 'active');
    if (!from) return;
    try {
      await checkSwitch(database, from, version);
      const how = 'automatic';
      await swapVersions(database, projection, 'building', ({ from: old, to }) => {
        const data = { from: old.schema, to: to.schema, how, reason: 'it had caught up with the log' } as const;
        return this.journal.record(projection, { type: 'ProjectionSwitched', data }, this.ownContext(to.schema));
      });
      log('info', 'readers were given another copy of a read model', { projection, from: from.schema, to: schema });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      log('error', 'a read model is not switched to', { projection, schema, rule: error.rule });
      if (['holds-events', 'digests-differ'].includes(error.rule)) await noteFailure(database, schema, error.message);
    }
  }

  private ownContext(schema: string): CommandContext {
    const now = this.options.clock.now();
    const commandId = derivedId('projection-switch', schema, now);
    const actor = { id: 'projection-runtime', role: 'system' };
    return { commandId, correlationId: commandId, actor, now };
  }
}
