import { connect, createTestDatabase, migrate, type Database } from '@liggare/database';
import { signerKey, type SignerKey } from '@liggare/evidence';
import { DemoClock, freshId, instant, MemoryEventStore, type EventStore, type NewEvent } from '@liggare/kernel';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sequencer, type SequencerOptions } from '../sequencer/sequencer.js';
import { SigningMemory } from '../sequencer/signing-memory.js';
import { transparencyMigrations } from '../transparency-migrations.js';

export const LOG_NAME = 'log.example/specification';

/** An event as the repository would write it. */
export function anEvent(n: number): NewEvent {
  const commandId = freshId();
  return {
    eventId: freshId(),
    type: 'SomethingHappened',
    data: { n, text: `händelse ${n}` },
    metadata: {
      ...{ schemaVersion: 1, recordedAt: instant('2026-11-24T08:00:00Z'), commandId, correlationId: commandId },
      ...{ actor: { id: 'user-1', role: 'registrar' }, classification: 'public', retentionClass: 'permanent' },
    },
  };
}

/** A database, a folder for the key's memory, and logs of events in memory. */
export class TestLog {
  readonly key: SignerKey = signerKey(LOG_NAME, 1, Buffer.alloc(32, 7));
  store: EventStore = new MemoryEventStore();
  logId = 'first';

  private constructor(
    readonly url: string,
    readonly database: Database,
    readonly folder: string,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(): Promise<TestLog> {
    const { url, drop } = await createTestDatabase();
    await migrate(url, [transparencyMigrations]);
    const folder = await mkdtemp(join(tmpdir(), 'liggare-transparency-'));
    return new TestLog(url, connect(url), folder, drop);
  }

  async close(): Promise<void> {
    await this.database.end();
    await this.drop();
    await rm(this.folder, { recursive: true, force: true });
  }

  async record(count: number): Promise<void> {
    for (let n = 0; n < count; n++) await this.store.append('thing-1', [anEvent(n)], 'any');
  }

  memory(): SigningMemory {
    return new SigningMemory(join(this.folder, 'last-signed'));
  }

  options(more: Partial<SequencerOptions> = {}): SequencerOptions {
    return {
      ...{ store: this.store, logId: this.logId, logName: LOG_NAME, database: this.database },
      ...{ key: this.key, memory: this.memory(), clock: new DemoClock(instant('2026-11-24T09:00:00Z')) },
      ...more,
    };
  }

  /** Runs a sequencer until it has signed everything there is. Throws what it throws. */
  async sequence(more: Partial<SequencerOptions> = {}): Promise<void> {
    const stopping = new AbortController();
    const sequencer = await Sequencer.open(this.options(more));
    const running = sequencer.run(stopping.signal);
    let failed = false;
    running.catch(() => (failed = true));
    let count = 0;
    for await (const _ of this.store.readAll()) count++;
    while (!failed && (await this.signedSizes()).at(-1) !== count && count > 0)
      await new Promise((r) => setTimeout(r, 2));
    stopping.abort();
    await running;
  }

  async signedSizes(): Promise<number[]> {
    const { rows } = await this.database.query<{ size: string }>(
      'select size from evidence.signed_checkpoint order by size',
    );
    return rows.map(({ size }) => Number(size));
  }
}
