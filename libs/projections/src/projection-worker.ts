import type { Database, Transaction } from '@liggare/database';
import { runPolicy, type Clock, type EventStore, type Policy, type Position, type Projection } from '@liggare/kernel';
import { LeaderElection } from './lead/leader-election.js';
import { UNRECORDED_LOG } from './log/unrecorded-log.js';
import { backOff, pause } from './pause.js';
import { PostgresPolicyCheckpoints } from './postgres-policy-checkpoints.js';
import { ProjectionSet } from './projection-set.js';
import { describeError } from './run/describe-error.js';
import { ProjectionRuntime } from './run/projection-runtime.js';
import { silent, type RuntimeLog } from './runtime-log.js';

export interface ProjectionWorkerOptions {
  readonly store: EventStore;
  /** The id of the log in it (see `recordLog`). Copies that are built from another log are left alone. */
  readonly logId?: string;
  /** Give it a few connections more than `concurrency`, if it is shared. */
  readonly database: Database;
  /** The same database, for the connection that holds the lead. */
  readonly url: string;
  /** Keep the former version of a projection in the list as long as readers may need it. */
  readonly projections: readonly Projection<Transaction>[];
  readonly policies?: readonly Policy[];
  /** Carries out what the policies ask for; needed when there are any. */
  readonly dispatch?: (message: object) => Promise<unknown>;
  readonly clock: Clock;
  /** Ends the worker, like `stop`. */
  readonly signal?: AbortSignal;
  readonly log?: RuntimeLog;
  /** Events per transaction at most; while catching up more, unless this says otherwise. */
  readonly batchSize?: number;
  readonly concurrency?: number;
  readonly pollMs?: number;
  readonly switchWhenCaughtUp?: boolean;
  readonly election?: { readonly retryMs?: number; readonly heartbeatMs?: number };
}

export interface WorkerStatus {
  readonly leading: boolean;
  /** The copies that follow the end of the log, by schema. Empty in a process that does not lead. */
  readonly following: readonly string[];
  /** Policies whose present reaction fails, and how often it has failed. */
  readonly failingPolicies: readonly {
    readonly policy: string;
    readonly position: Position;
    readonly attempts: number;
  }[];
}

/** All read models and policies of a program. Start any number of workers: one leads, another takes over. */
export class ProjectionWorker {
  private readonly stopping = new AbortController();
  private readonly election: LeaderElection;
  private readonly runtime: ProjectionRuntime;
  private readonly failing = new Map<string, { readonly position: Position; readonly attempts: number }>();
  private readonly log: RuntimeLog;
  /** Resolves when the worker has ended. */
  readonly stopped: Promise<void>;

  private constructor(private readonly options: ProjectionWorkerOptions) {
    if (options.policies?.length && !options.dispatch) throw new Error('policies need a dispatch');
    this.log = options.log ?? silent;
    this.election = new LeaderElection({ url: options.url, name: 'projections', log: this.log, ...options.election });
    this.runtime = new ProjectionRuntime({
      store: options.store,
      database: options.database,
      projections: new ProjectionSet(options.projections),
      clock: options.clock,
      log: this.log,
      logId: options.logId ?? UNRECORDED_LOG,
      batchSize: options.batchSize ?? 2_000,
      catchUpBatchSize: options.batchSize ?? 16_000,
      concurrency: options.concurrency ?? 4,
      pollMs: options.pollMs ?? 500,
      switchWhenCaughtUp: options.switchWhenCaughtUp ?? true,
    });
    const signals = [this.stopping.signal, ...(options.signal ? [options.signal] : [])];
    this.stopped = this.election.lead((signal) => this.work(signal), AbortSignal.any(signals));
  }

  /** @throws Error when two projections share a name and version, or a name cannot be a schema's */
  static start(options: ProjectionWorkerOptions): ProjectionWorker {
    return new ProjectionWorker(options);
  }

  status(): WorkerStatus {
    return {
      leading: this.election.leading,
      following: this.runtime.following,
      failingPolicies: [...this.failing].map(([policy, failure]) => ({ policy, ...failure })),
    };
  }

  /** Finishes the transactions that are under way, gives up the lead. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.stopped;
  }

  private async work(signal: AbortSignal): Promise<void> {
    const ended = new AbortController();
    const both = AbortSignal.any([signal, ended.signal]);
    const policies = (this.options.policies ?? []).map((policy) => this.keepRunning(policy, both));
    try {
      await this.runtime.run(both);
    } finally {
      ended.abort();
      await Promise.all(policies);
      this.failing.clear();
    }
  }

  private async keepRunning(policy: Policy, signal: AbortSignal): Promise<void> {
    const { store, clock, database, dispatch, logId } = this.options;
    const checkpoints = new PostgresPolicyCheckpoints(database, logId);
    for (let failures = 0; !signal.aborted;) {
      try {
        await runPolicy(policy, {
          store,
          clock,
          signal,
          dispatch: (message) => dispatch!(message),
          checkpoints: {
            load: (name) => checkpoints.load(name),
            save: async (name, position) => {
              await checkpoints.save(name, position);
              this.failing.delete(name);
              failures = 0;
            },
          },
          onFailure: (name, { position, type }, error, attempts) => {
            this.failing.set(name, { position, attempts });
            this.log('error', 'a policy’s reaction failed and is tried again', {
              policy: name,
              type,
              attempts,
              position: String(position),
              error: describeError(error),
            });
          },
        });
      } catch (error) {
        this.log('warn', 'a policy stopped and is started again', { policy: policy.name, error: describeError(error) });
      }
      await pause(backOff(++failures), signal);
    }
  }
}
