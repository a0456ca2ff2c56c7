import { type Projection, type Past, type RecordedEvent } from '@liggare/kernel';
import type { Transaction } from '@liggare/database';
import { prepareReadModels } from '../prepare-read-models.js';
import { addLetters } from '../testing/test-events.js';
import { TestRuntime } from '../testing/test-runtime.js';
import { words } from '../testing/words-projection.js';
import { loadVersions } from '../versions/projection-version.js';
import { CheckpointElsewhere, readCheckpoint, writeBatch, type Member } from './write-batch.js';

describe('writing a batch', () => {
  let runtime: TestRuntime;
  let events: RecordedEvent[];

  beforeEach(async () => {
    runtime = await TestRuntime.open();
    await prepareReadModels(runtime.database, [words()]);
    await addLetters(runtime.store, 'word-a', 'anna');
    events = [];
    for await (const event of runtime.store.readAll()) events.push(event);
  });

  afterEach(() => runtime.close());

  async function member(projection: Projection<Transaction> = words()): Promise<Member> {
    const copy = (await loadVersions(runtime.database)).find((version) => version.projection === projection.name)!;
    return { copy, projection, handles: new Set(projection.handles), checkpoint: copy.checkpoint, rate: 0 };
  }

  it('moves rows and checkpoint together', async () => {
    await writeBatch(runtime, await member(), events, events.at(-1)!.position, false);
    expect(await runtime.words()).toEqual({ 'word-a': 'anna' });
    expect(await readCheckpoint(runtime.database, 'words_v1')).toBe(4n);
  });

  it('moves neither when applying fails after rows were written', async () => {
    const failing = words();
    const apply = async (batch: readonly RecordedEvent[], tx: Transaction, past: Past) => {
      await failing.apply(batch, tx, past);
      throw new Error('after the rows');
    };
    const writing = writeBatch(runtime, await member({ ...failing, apply }), events, events.at(-1)!.position, false);
    await expect(writing).rejects.toThrow('after the rows');
    expect(await runtime.words()).toEqual({});
    expect(await readCheckpoint(runtime.database, 'words_v1')).toBe(0n);
  });

  it('fences all but one of those who write the same batch at the same time', async () => {
    const members = await Promise.all(Array.from({ length: 6 }, () => member()));
    const results = await Promise.allSettled(
      members.map((one) => writeBatch(runtime, one, events, events.at(-1)!.position, false)),
    );
    const refused = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason as unknown);
    expect(refused).toHaveLength(5);
    for (const reason of refused) expect(reason).toBeInstanceOf(CheckpointElsewhere);
    expect(await runtime.words()).toEqual({ 'word-a': 'anna' });
  });

  it('blames a deferred constraint on the event that breaks it, not on the commit', async () => {
    const deferring: Projection<Transaction> = {
      ...words({ name: 'deferring' }),
      schema: `${words().schema}; create table seen (stream text unique deferrable initially deferred)`,
      async apply(batch, tx) {
        await tx.query('insert into seen select unnest($1::text[])', [batch.map(({ stream }) => stream)]);
      },
    };
    await prepareReadModels(runtime.database, [deferring]);
    await addLetters(runtime.store, 'word-b', 'b');
    for await (const event of runtime.store.readAll({ after: events.at(-1)!.position })) events.push(event);
    const held = await writeBatch(runtime, await member(deferring), events, events.at(-1)!.position, true);
    // The first letter of each word is taken; the second of "anna" fails and the others wait behind it.
    expect(held).toBe(3);
    const { rows } = await runtime.database.query('select stream from deferring_v1.seen order by 1');
    expect(rows).toEqual([{ stream: 'word-a' }, { stream: 'word-b' }]);
  });
});
