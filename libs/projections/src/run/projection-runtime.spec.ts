import * as fc from 'fast-check';
import { addLetters } from '../testing/test-events.js';
import { order, TestRuntime, until } from '../testing/test-runtime.js';
import { words } from '../testing/words-projection.js';
import { loadVersions } from '../versions/projection-version.js';

describe('the projection runtime', () => {
  let runtime: TestRuntime;

  beforeEach(async () => (runtime = await TestRuntime.open()));
  afterEach(() => runtime.close());

  it('makes a new projection’s tables and views and follows the log', async () => {
    await addLetters(runtime.store, 'word-a', 'an');
    const worker = runtime.worker([words()]);
    await runtime.caughtUp([words()]);
    await addLetters(runtime.store, 'word-b', 'bo');
    await addLetters(runtime.store, 'word-a', 'na');
    await runtime.caughtUp([words()]);
    expect(await runtime.words()).toEqual({ 'word-a': 'anna', 'word-b': 'bo' });
    expect(worker.status()).toEqual({ leading: true, following: ['words_v1'], failingPolicies: [] });
    expect(await loadVersions(runtime.database)).toMatchObject([
      {
        projection: 'words',
        version: 1,
        generation: 1,
        schema: 'words_v1',
        state: 'active',
        checkpoint: 6n,
        events: 6,
      },
    ]);
  });

  it('goes on where it was when it is started again', async () => {
    await addLetters(runtime.store, 'word-a', 'an');
    const first = runtime.worker([words()]);
    await runtime.caughtUp([words()]);
    await first.stop();
    await addLetters(runtime.store, 'word-a', 'na');
    const given: string[][] = [];
    const again = words({ before: (letters) => void given.push([...letters]) });
    runtime.worker([again]);
    await runtime.caughtUp([again]);
    expect(given.flat().join('')).toBe('na');
    expect(await runtime.words()).toEqual({ 'word-a': 'anna' });
  });

  it('lets a projection that is new in the code catch up without holding the others up', async () => {
    await addLetters(runtime.store, 'word-a', 'anna');
    const first = runtime.worker([words()]);
    await runtime.caughtUp([words()]);
    await first.stop();
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const slow = words({ name: 'slow', before: () => released });
    runtime.worker([words(), slow]);
    await addLetters(runtime.store, 'word-b', 'bo');
    await runtime.caughtUp([words()]);
    expect(await runtime.words()).toEqual({ 'word-a': 'anna', 'word-b': 'bo' });
    expect(await runtime.words('slow')).toEqual({});
    release();
    await runtime.caughtUp([words(), slow]);
    expect(await runtime.words('slow')).toEqual({ 'word-a': 'anna', 'word-b': 'bo' });
  });

  it('makes the others when the tables of one cannot be made, and says why', async () => {
    const broken = { ...words({ name: 'broken' }), schema: 'create tabel word (n int)' };
    const worker = runtime.worker([broken, words()]);
    await addLetters(runtime.store, 'word-a', 'a');
    await runtime.caughtUp([words()]);
    expect(await loadVersions(runtime.database, 'broken')).toMatchObject([
      { state: 'failed', failure: 'SQLSTATE 42601: syntax error at or near …' },
    ]);
    await worker.stop();
    runtime.worker([words({ name: 'broken' }), words()]);
    await runtime.caughtUp([words({ name: 'broken' })]);
    expect(await runtime.words('broken')).toEqual({ 'word-a': 'a' });
  });

  it('takes a failing database for no event’s fault', async () => {
    let failures = 3;
    const unlucky = words({
      async before(_letters, tx) {
        if (failures-- <= 0) return;
        const errcode = failures === 2 ? '40P01' : '53100';
        if (failures > 0) await tx.query(`do $$ begin raise exception 'x' using errcode = '${errcode}'; end $$`);
        // The connection itself goes in the middle of a batch.
        await runtime.database.query('select pg_terminate_backend($1)', [
          (tx as unknown as { processID: number }).processID,
        ]);
      },
    });
    await addLetters(runtime.store, 'word-a', 'anna');
    runtime.worker([unlucky]);
    await runtime.caughtUp([unlucky]);
    expect(await runtime.admin([unlucky]).held()).toEqual([]);
    expect(await runtime.words()).toEqual({ 'word-a': 'anna' });
    expect(failures).toBeLessThan(0);
  });

  it('holds a poison event and the later ones of its stream back, while the other streams flow', async () => {
    const log: string[] = [];
    runtime.worker([words()], { log: (level, message) => level === 'error' && log.push(message) });
    await addLetters(runtime.store, 'word-a', 'an');
    await addLetters(runtime.store, 'word-b', 'b!o');
    await addLetters(runtime.store, 'word-a', 'na');
    await runtime.caughtUp([words()]);
    await addLetters(runtime.store, 'word-b', 'ss');
    await addLetters(runtime.store, 'word-c', 'c');
    await runtime.caughtUp([words()]);
    expect(await runtime.words()).toEqual({ 'word-a': 'anna', 'word-b': 'b', 'word-c': 'c' });
    const held = await runtime.admin([words()]).held();
    const kind = 'SQLSTATE 23514 in words_v1.word constraint no_exclamation: new row for relation …';
    expect(held.map(({ stream, revision, error, attempts }) => [stream, revision, error, attempts])).toEqual([
      ['word-b', 1n, kind, 1],
      ['word-b', 2n, undefined, 0],
      ['word-b', 3n, undefined, 0],
      ['word-b', 4n, undefined, 0],
    ]);
    expect(log).toContain('a read model holds events back');
  });

  it('gives the same rows, and holds the same events, whatever the batches are', async () => {
    let run = 0;
    const history = fc.array(
      fc.record({
        stream: fc.constantFrom('word-a', 'word-b', 'word-c', 'word-d'),
        letters: fc.constantFrom('x', 'yz', 'z!a', '!'),
      }),
      { maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(history, fc.integer({ min: 1, max: 9 }), async (appends, batchSize) => {
        const start = await runtime.store.head();
        for (const { stream, letters } of appends) await addLetters(runtime.store, `${stream}-${run}`, letters);
        const names = [`small-${++run}`, `large-${run}`];
        for (const [index, name] of names.entries()) {
          const worker = runtime.worker([words({ name })], { batchSize: index === 0 ? batchSize : 1_000 });
          await runtime.caughtUp([words({ name })]);
          await worker.stop();
        }
        const [small, large] = names.map((name) => `${name.replace('-', '_')}_v1`);
        expect(await runtime.dump(small!)).toEqual(await runtime.dump(large!));
        const held = await runtime.admin([]).held();
        const ids = (schema: string) =>
          held.filter((e) => e.schema === schema).map(({ eventId, error }) => [eventId, error?.slice(0, 14)]);
        expect(ids(small!)).toEqual(ids(large!));
        expect(await runtime.store.head()).toBeGreaterThanOrEqual(start);
      }),
      { numRuns: 12 },
    );
  });

  it('rebuilds what it had, byte for byte', async () => {
    const history = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.stringMatching(/^[a-z]{1,6}$/)), {
      minLength: 1,
      maxLength: 30,
    });
    const worker = runtime.worker([words()], { batchSize: 5 });
    await fc.assert(
      fc.asyncProperty(history, async (appends) => {
        for (const [stream, letters] of appends) await addLetters(runtime.store, `word-${stream}`, letters);
        await runtime.caughtUp([words()]);
        const live = await runtime.dump('words');
        const { schema } = await runtime.admin([words()]).rebuild('words', order());
        expect(await runtime.dump(schema)).toEqual(live);
        expect(await runtime.dump('words')).toEqual(live);
      }),
      { numRuns: 8 },
    );
    await worker.stop();
  });

  it('stops when it finds that another process leads, and takes part again', async () => {
    const log: string[] = [];
    const worker = runtime.worker([words()], {
      log: (_level, message, fields) => log.push(`${message} ${fields['error']}`),
    });
    await addLetters(runtime.store, 'word-a', 'a');
    await runtime.caughtUp([words()]);
    // As another leader would: it has applied nothing new, but moved the checkpoint past the log's end.
    await runtime.database.query('update projections.projection_version set checkpoint = checkpoint + 1');
    await addLetters(runtime.store, 'word-b', 'bo');
    await until(() => log.some((line) => /another process has moved the checkpoint/.test(line)));
    await until(() => worker.status().following.length === 1);
    await addLetters(runtime.store, 'word-c', 'c');
    await runtime.caughtUp([words()]);
    expect(await runtime.words()).toEqual({ 'word-a': 'a', 'word-b': 'o', 'word-c': 'c' });
  });
});
