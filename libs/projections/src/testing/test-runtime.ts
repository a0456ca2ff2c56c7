import { connect, createTestDatabase, migrate, type Database, type Transaction } from '@liggare/database';
import {
  DemoClock,
  freshId,
  instant,
  MemoryEventStore,
  type CommandContext,
  type EventStore,
  type Projection,
} from '@liggare/kernel';
import { ProjectionAdmin, type Order } from '../admin/projection-admin.js';
import { pause } from '../pause.js';
import { projectionMigrations } from '../projection-migrations.js';
import { ProjectionWorker, type ProjectionWorkerOptions } from '../projection-worker.js';
import { ReadModels } from '../read/read-models.js';

export const clock = new DemoClock(instant('2026-11-23T12:00:00Z'));

export function order(reason = 'a test asked for it'): Order {
  const commandId = freshId();
  const context: CommandContext = {
    commandId,
    correlationId: commandId,
    actor: { id: 'operator-1', role: 'admin' },
    now: clock.now(),
  };
  return { context, reason };
}

/** Waits for a condition; the test's own time limit ends the wait. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await pause(5);
}

/** A database with a log in memory beside it, and whatever runs on them; ended together. */
export class TestRuntime {
  private readonly endings: (() => Promise<void>)[] = [];

  private constructor(
    readonly url: string,
    readonly database: Database,
    readonly store: EventStore,
  ) {}

  static async open(makeStore: (database: Database) => EventStore = () => new MemoryEventStore()) {
    const { url, drop } = await createTestDatabase();
    await migrate(url, [projectionMigrations]);
    const database = connect(url, { max: 12 });
    const runtime = new TestRuntime(url, database, makeStore(database));
    runtime.endings.push(drop, () => database.end());
    return runtime;
  }

  worker(
    projections: readonly Projection<Transaction>[],
    options: Partial<ProjectionWorkerOptions> = {},
  ): ProjectionWorker {
    const { store, database, url } = this;
    const quick = { pollMs: 10, election: { retryMs: 10 } };
    const worker = ProjectionWorker.start({ store, database, url, clock, projections, ...quick, ...options });
    this.endings.push(() => worker.stop());
    return worker;
  }

  readModels(projections: readonly Projection<Transaction>[]): ReadModels {
    const { store, database, url } = this;
    const readModels = new ReadModels({ store, database, url, clock, projections });
    this.endings.push(() => readModels.close());
    return readModels;
  }

  admin(projections: readonly Projection<Transaction>[]): ProjectionAdmin {
    return new ProjectionAdmin({ store: this.store, database: this.database, clock, projections });
  }

  /** Waits until the active copies of these projections have seen the whole log. */
  async caughtUp(projections: readonly Projection<Transaction>[]): Promise<void> {
    const readModels = this.readModels(projections);
    const head = await this.store.head();
    await until(() => readModels.waitFor(head, 1_000));
    await readModels.close();
  }

  /** The words as readers see them, or those of one copy. */
  async words(schema = 'words'): Promise<Readonly<Record<string, string>>> {
    const { rows } = await this.database.query<{ stream: string; word: string; letters: number }>(
      `select stream, word, letters from ${schema}.word order by stream`,
    );
    for (const { word, letters } of rows) {
      if (word.length !== letters) throw new Error(`${word} should have ${letters} letters`);
    }
    return Object.fromEntries(rows.map(({ stream, word }) => [stream, word]));
  }

  /** Every row as text, in order: to compare copies byte for byte. */
  async dump(schema: string): Promise<readonly string[]> {
    const { rows } = await this.database.query<{ row: string }>(
      `select w::text as row from ${schema}.word w order by 1`,
    );
    return rows.map(({ row }) => row);
  }

  async close(): Promise<void> {
    for (const end of this.endings.reverse()) await end();
  }
}
