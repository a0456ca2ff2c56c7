import { NotFound, Refusal } from '@liggare/kernel';
import { addLetters } from '../testing/test-events.js';
import { order, TestRuntime, until } from '../testing/test-runtime.js';
import { words } from '../testing/words-projection.js';
import { loadVersions } from '../versions/projection-version.js';
import type { RebuildProgress } from './rebuild.js';

describe('commands on read models', () => {
  let runtime: TestRuntime;

  beforeEach(async () => (runtime = await TestRuntime.open()));
  afterEach(() => runtime.close());

  /** What the log says was done: type, data, actor. */
  async function journal(projection = 'words'): Promise<unknown[]> {
    const events: unknown[] = [];
    for await (const { type, data, metadata } of runtime.store.readStream(`projection-${projection}`)) {
      events.push([type, data, metadata.actor.id]);
    }
    return events;
  }

  async function states(): Promise<Record<string, string>> {
    const versions = await loadVersions(runtime.database);
    return Object.fromEntries(versions.map(({ schema, state }) => [schema, state]));
  }

  describe('held events', () => {
    /** Refuses exclamation marks until it is mended; then it spells them "i". */
    let mended: boolean;
    const mendable = () => words({ spell: (letter) => (mended && letter === '!' ? 'i' : letter) });

    beforeEach(() => (mended = false));

    it('are applied in order by retry once the cause is mended, and what comes later flows again', async () => {
      runtime.worker([mendable()]);
      await addLetters(runtime.store, 'word-b', 'b!r!d');
      await addLetters(runtime.store, 'word-x', '!x');
      await runtime.caughtUp([mendable()]);
      const admin = runtime.admin([mendable()]);

      expect(await admin.retry('words', order('try'), { stream: 'word-b' })).toEqual({
        schema: 'words_v1',
        applied: 0,
        stillHeld: 4,
      });
      expect((await admin.held('words')).map(({ attempts }) => attempts)).toEqual([2, 0, 0, 0, 1, 0]);

      mended = true;
      const retried = await admin.retry('words', order('mended'), { stream: 'word-b' });
      expect(retried).toEqual({ schema: 'words_v1', applied: 4, stillHeld: 0 });
      await addLetters(runtime.store, 'word-b', 's');
      await runtime.caughtUp([mendable()]);
      expect(await runtime.words()).toEqual({ 'word-b': 'birids' });
      expect(await admin.retry('words', order('the rest'))).toEqual({ schema: 'words_v1', applied: 2, stillHeld: 0 });
      expect(await runtime.words()).toEqual({ 'word-b': 'birids', 'word-x': 'ix' });

      const copy = 'words_v1';
      expect(await journal()).toEqual([
        ['ProjectionEventRetried', { copy, stream: 'word-b', outcome: 'still-held', reason: 'try' }, 'operator-1'],
        ['ProjectionEventRetried', { copy, stream: 'word-b', outcome: 'released', reason: 'mended' }, 'operator-1'],
        ['ProjectionEventRetried', { copy, outcome: 'released', reason: 'the rest' }, 'operator-1'],
      ]);
    });

    it('lose exactly one by skip, and those behind it are applied up to the next that fails', async () => {
      runtime.worker([mendable()]);
      const { eventIds } = await addLetters(runtime.store, 'word-b', 'b!r!d');
      await runtime.caughtUp([mendable()]);
      const admin = runtime.admin([mendable()]);
      expect(await admin.skip('words', eventIds[1]!, order('nonsense'))).toMatchObject({ applied: 1, stillHeld: 2 });
      expect(await runtime.words()).toEqual({ 'word-b': 'br' });
      expect(await admin.skip('words', eventIds[3]!, order('nonsense'))).toMatchObject({ applied: 1, stillHeld: 0 });
      expect(await runtime.words()).toEqual({ 'word-b': 'brd' });
      await expect(admin.skip('words', eventIds[3]!, order())).rejects.toThrow(NotFound);
      await expect(admin.retry('words', order())).rejects.toThrow(NotFound);
      const data = { copy: 'words_v1', stream: 'word-b', reason: 'nonsense' };
      expect(await journal()).toEqual([
        ['ProjectionEventSkipped', { ...data, eventId: eventIds[1], outcome: 'still-held' }, 'operator-1'],
        ['ProjectionEventSkipped', { ...data, eventId: eventIds[3], outcome: 'released' }, 'operator-1'],
      ]);
    });

    it('stay held when the log cannot record that they were retried', async () => {
      runtime.worker([mendable()]);
      await addLetters(runtime.store, 'word-b', '!');
      await runtime.caughtUp([mendable()]);
      mended = true;
      const { store } = runtime;
      const append = store.append.bind(store);
      store.append = () => Promise.reject(new Error('log away'));
      await expect(runtime.admin([mendable()]).retry('words', order())).rejects.toThrow('log away');
      store.append = append;
      expect(await runtime.words()).toEqual({});
      expect(await runtime.admin([mendable()]).held()).toHaveLength(1);
    });

    it('are retried while the stream goes on, without one lost or out of order', async () => {
      runtime.worker([mendable()], { batchSize: 3 });
      const admin = runtime.admin([mendable()]);
      await addLetters(runtime.store, 'word-b', '!');
      await runtime.caughtUp([mendable()]);
      mended = true;
      const letters = 'abcdefghijklmnopqrstuvwxyz'.repeat(4);
      const writing = (async () => {
        for (const letter of letters) await addLetters(runtime.store, 'word-b', letter);
      })();
      await admin.retry('words', order());
      await writing;
      await runtime.caughtUp([mendable()]);
      if ((await admin.held()).length > 0) await admin.retry('words', order());
      expect(await runtime.words()).toEqual({ 'word-b': `i${letters}` });
    });
  });

  it('list every copy with its figures', async () => {
    runtime.worker([words()], { switchWhenCaughtUp: false });
    await addLetters(runtime.store, 'word-b', 'b!o');
    await runtime.caughtUp([words()]);
    const [figures] = await runtime.admin([words()]).list();
    expect(figures).toMatchObject({
      ...{ projection: 'words', version: 1, generation: 1, schema: 'words_v1', state: 'active', failure: undefined },
      ...{ checkpoint: 3n, head: 3n, lag: { positions: 0n, seconds: 0 }, held: 2, events: 3 },
    });
    expect(figures!.rate).toBeGreaterThanOrEqual(0);
  });

  it('rebuild beside the copy that readers see, tell how far it is, and switch when the digests agree', async () => {
    const seen: RebuildProgress[] = [];
    await addLetters(runtime.store, 'word-a', 'anna'.repeat(50));
    runtime.worker([words()], { batchSize: 10 });
    await runtime.caughtUp([words()]);
    const admin = runtime.admin([words()]);
    const made = await admin.rebuild('words', order('new disk'), { onProgress: (progress) => seen.push(progress) });
    expect(made).toMatchObject({ schema: 'words_v1_g2', generation: 2, state: 'active' });
    // 200 letters, and what the log says of the rebuild itself.
    expect(seen.at(-1)!.done).toBeGreaterThanOrEqual(201n);
    expect(seen.at(-1)!.total).toBeGreaterThanOrEqual(seen.at(-1)!.done);
    expect(seen.every(({ done }, i) => i === 0 || done >= seen[i - 1]!.done)).toBe(true);
    expect(await states()).toEqual({ words_v1: 'retired', words_v1_g2: 'active' });

    expect(await admin.rollback('words', order('looks odd'))).toMatchObject({
      from: { schema: 'words_v1_g2' },
      to: { schema: 'words_v1' },
    });
    expect(await states()).toEqual({ words_v1: 'active', words_v1_g2: 'retired' });
    // Both are kept up to date, so that one may go back and forth.
    await addLetters(runtime.store, 'word-z', 'z');
    await admin.rollback('words', order());
    await runtime.caughtUp([words()]);
    expect(await runtime.words()).toMatchObject({ 'word-z': 'z' });

    await admin.rebuild('words', order());
    expect(await states()).toEqual({ words_v1_g2: 'retired', words_v1_g3: 'active' });
    const { rowCount } = await runtime.database.query(`select from pg_namespace where nspname = 'words_v1'`);
    expect(rowCount).toBe(0);
    expect((await journal()).slice(0, 3)).toEqual([
      ['ProjectionRebuilt', { copy: 'words_v1_g2', reason: 'new disk' }, 'operator-1'],
      [
        'ProjectionSwitched',
        { from: 'words_v1', to: 'words_v1_g2', how: 'automatic', reason: 'it had caught up with the log' },
        'projection-runtime',
      ],
      ['ProjectionRolledBack', { from: 'words_v1_g2', to: 'words_v1', reason: 'looks odd' }, 'operator-1'],
    ]);
  });

  it('do not switch to a rebuild that differs, unless forced', async () => {
    await addLetters(runtime.store, 'word-a', 'anna');
    const worker = runtime.worker([words()]);
    await runtime.caughtUp([words()]);
    await worker.stop();
    // The same version number, other rows: somebody has changed the code without raising the version.
    const changed = words({ spell: (letter) => letter.toUpperCase() });
    runtime.worker([changed]);
    const admin = runtime.admin([changed]);
    const failure = await admin.rebuild('words', order()).catch((error: unknown) => error as Refusal);
    expect(failure).toBeInstanceOf(Refusal);
    expect(failure).toMatchObject({
      rule: 'not-switched-to',
      message:
        'words_v1_g2 is built from the same log by the same version and differs from words_v1 ' +
        'at position 5: word (1 rows in words_v1, 1 in words_v1_g2)',
    });
    await expect(admin.rebuild('words', order())).rejects.toMatchObject({ rule: 'already-building' });
    await expect(admin.switch('words', order())).rejects.toMatchObject({ rule: 'digests-differ' });
    expect(await runtime.words()).toEqual({ 'word-a': 'anna' });
    await admin.switch('words', order('the new one is right'), { force: true });
    expect(await runtime.words()).toEqual({ 'word-a': 'ANNA' });
    expect((await journal()).at(-1)).toMatchObject(['ProjectionSwitched', { how: 'forced' }, 'operator-1']);
  });

  it('do not switch to a copy that holds events back, until they are skipped', async () => {
    runtime.worker([words()]);
    await addLetters(runtime.store, 'word-a', 'an');
    const { eventIds } = await addLetters(runtime.store, 'word-b', '!b');
    await runtime.caughtUp([words()]);
    const admin = runtime.admin([words()]);
    await admin.skip('words', eventIds[0]!, order());
    await expect(admin.rebuild('words', order())).rejects.toMatchObject({
      rule: 'not-switched-to',
      message: 'words_v1_g2 holds 2 events back: retry or skip them first',
    });
    await admin.skip('words', eventIds[0]!, order(), { schema: 'words_v1_g2' });
    await until(async () => (await states())['words_v1_g2'] === 'active');
    expect(await runtime.words()).toEqual({ 'word-a': 'an', 'word-b': 'b' });
  });

  it('wait for a switch by command where a rebuild is not to be switched to by itself', async () => {
    runtime.worker([words()]);
    await addLetters(runtime.store, 'word-a', 'an');
    const admin = runtime.admin([words()]);
    await runtime.caughtUp([words()]);
    await expect(admin.switch('words', order())).rejects.toMatchObject({ rule: 'nothing-to-switch-to' });
    await expect(admin.rollback('words', order())).rejects.toMatchObject({ rule: 'nothing-to-switch-to' });
    const made = await admin.rebuild('words', order(), { switchWhenCaughtUp: false });
    expect(made).toMatchObject({ state: 'building', failure: undefined });
    await admin.switch('words', order('now'));
    expect(await states()).toEqual({ words_v1: 'retired', words_v1_g2: 'active' });
    expect((await journal()).at(-1)).toMatchObject([
      'ProjectionSwitched',
      { how: 'ordered', reason: 'now' },
      'operator-1',
    ]);
  });

  it('discard a copy nobody reads, and its name is not used again', async () => {
    runtime.worker([words()]);
    const admin = runtime.admin([words()]);
    await addLetters(runtime.store, 'word-a', 'an');
    await runtime.caughtUp([words()]);
    await admin.rebuild('words', order(), { switchWhenCaughtUp: false });
    await admin.discard('words', 'words_v1_g2', order('not needed'));
    await expect(admin.discard('words', 'words_v1', order())).rejects.toMatchObject({ rule: 'in-use' });
    await expect(admin.discard('words', 'words_v1_g2', order())).rejects.toThrow(NotFound);
    const { schema } = await admin.rebuild('words', order());
    expect(schema).toBe('words_v1_g3');
    await addLetters(runtime.store, 'word-a', 'na');
    await runtime.caughtUp([words()]);
    expect(await runtime.words()).toEqual({ 'word-a': 'anna' });
  });
});
