import type { Database, Transaction } from '@liggare/database';
import type { Clock, EventStore, Position, Projection } from '@liggare/kernel';
import { ProjectionSet } from '../projection-set.js';
import { loadVersions } from '../versions/projection-version.js';
import { measureLag, type Lag } from './measure-lag.js';
import { ProgressListener } from './progress-listener.js';

export interface ReadModelsOptions {
  readonly database: Database;
  /** The same database, for a connection of its own that hears of progress. */
  readonly url: string;
  readonly store: EventStore;
  readonly clock: Clock;
  /** What this program reads. Copies whose code it lacks stand still and are not waited for. */
  readonly projections: readonly Projection<Transaction>[];
  /** How often to look when no notification comes through. */
  readonly pollMs?: number;
}

export interface ReadModelLag extends Lag {
  readonly projection: string;
  readonly version: number;
  readonly checkpoint: Position;
}

interface Waiter {
  readonly position: Position;
  resolve(passed: boolean): void;
}

type Passed = 'passed' | 'not yet' | 'never';

/** How far what readers see has come: for reading one's own writes, and for metrics. */
export class ReadModels {
  private readonly waiters = new Set<Waiter>();
  private readonly progress: ProgressListener;
  private readonly projections: ProjectionSet;
  private looking = false;
  private lookAgain = false;

  constructor(private readonly options: ReadModelsOptions) {
    this.projections = new ProjectionSet(options.projections);
    this.progress = new ProgressListener(options.url, options.pollMs ?? 250, () => this.look());
  }

  /**
   * Resolves to true when every active copy has passed the position, to false after `timeoutMs`; or at once when a
   * copy stands still because this program lacks its code. Events held back count as passed: waiting would not help.
   */
  async waitFor(position: Position, timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const waiter: Waiter = {
        position,
        resolve: (passed) => {
          clearTimeout(timer);
          this.waiters.delete(waiter);
          if (this.waiters.size === 0) this.progress.rest();
          resolve(passed);
        },
      };
      const timer = setTimeout(() => waiter.resolve(false), timeoutMs);
      this.waiters.add(waiter);
      this.progress.listen();
      this.look();
    });
  }

  /** Of every active copy of the projections this program reads. */
  async lag(): Promise<readonly ReadModelLag[]> {
    const { database, store, clock } = this.options;
    const versions = await loadVersions(database);
    const head = await store.head();
    const active = versions.filter((v) => v.state === 'active' && this.projections.names.includes(v.projection));
    return Promise.all(
      active.map(async ({ projection, version, checkpoint }) => ({
        projection,
        version,
        checkpoint,
        ...(await measureLag(store, clock, checkpoint, head)),
      })),
    );
  }

  /** Ends the connection; whoever still waits is told that it has not passed. */
  async close(): Promise<void> {
    for (const waiter of this.waiters) waiter.resolve(false);
    await this.progress.close();
  }

  /** One look at a time answers all who wait; what happens meanwhile leads to another look. */
  private look(): void {
    this.lookAgain = true;
    if (!this.looking) void this.lookWhileAsked();
  }

  private async lookWhileAsked(): Promise<void> {
    this.looking = true;
    while (this.lookAgain && this.waiters.size > 0) {
      this.lookAgain = false;
      // A database that is away is met by the next poll, or by the waiters' own patience.
      const passed = await this.lookOnce().catch(() => (): Passed => 'not yet');
      for (const waiter of this.waiters) {
        const answer = passed(waiter.position);
        if (answer !== 'not yet') waiter.resolve(answer === 'passed');
      }
    }
    this.looking = false;
  }

  private async lookOnce(): Promise<(position: Position) => Passed> {
    const { projections } = this;
    const active = (await loadVersions(this.options.database)).filter(({ state }) => state === 'active');
    const read = projections.names.map((name) => active.find(({ projection }) => projection === name));
    return (position) => {
      let answer: Passed = 'passed';
      for (const version of read) {
        if (version && version.checkpoint >= position) continue;
        if (!version || projections.find(version.projection, version.version)) return 'not yet';
        answer = 'never';
      }
      return answer;
    };
  }
}
