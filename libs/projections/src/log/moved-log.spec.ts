import { MemoryEventStore, position, type LogIdentity, type NewEvent } from '@liggare/kernel';
import { ProjectionAdmin } from '../admin/projection-admin.js';
import { rebuildAll } from '../admin/rebuild-all.js';
import { PostgresPolicyCheckpoints } from '../postgres-policy-checkpoints.js';
import { prepareReadModels } from '../prepare-read-models.js';
import { LETTER, newEvent } from '../testing/test-events.js';
import { clock, order, TestRuntime, until } from '../testing/test-runtime.js';
import { words } from '../testing/words-projection.js';
import { loadVersions } from '../versions/projection-version.js';
import { LogBehindReadModels, refuseShorterLog } from './log-behind-read-models.js';
import { ReadModelsOfAnotherLog, refuseOtherLog } from './read-models-of-another-log.js';
import { recordLog } from './record-log.js';
import { UNRECORDED_LOG } from './unrecorded-log.js';

const OLD: LogIdentity = { id: 'old', store: 'eventstoredb', name: 'log.example/words', clock: 'system' };
const NEW: LogIdentity = { ...OLD, id: 'new', store: 'elsewhere' };
const projections = [words(), words({ name: 'other' })];
const names = projections.map(({ name }) => name);

describe('read models of a log that was moved', () => {
  let runtime: TestRuntime;
  let moved: MemoryEventStore;

  /** Two logs with the same words. In the new one they stand at smaller positions. */
  beforeEach(async () => {
    const letters: readonly NewEvent[] = [...'abc'].map((letter) => newEvent(LETTER, { letter }));
    runtime = await TestRuntime.open();
    moved = new MemoryEventStore();
    await runtime.store.append(
      'stream-x',
      [newEvent('Nothing', {}), newEvent('Nothing', {}), newEvent('Nothing', {})],
      'any',
    );
    for (const store of [runtime.store, moved]) await store.append('word-a', letters, 'no-stream');
    for (const log of [OLD, NEW]) await recordLog(runtime.database, log);
    await prepareReadModels(runtime.database, projections, { logId: OLD.id });
    const worker = runtime.worker(projections, { logId: OLD.id });
    await until(async () => (await active()).every(({ checkpoint }) => checkpoint === 6n));
    await worker.stop();
  });

  afterEach(() => runtime.close());

  const active = async () => (await loadVersions(runtime.database)).filter(({ state }) => state === 'active');
  const onNew = () => ({ store: moved, logId: NEW.id, database: runtime.database, clock, projections });
  const recordedTo = async () =>
    (await runtime.database.query<{ to: string }>('select recorded_to::text as to from words.word')).rows[0]!.to;

  it('are refused beside the other log, naming what to do, and taken beside their own', async () => {
    await refuseOtherLog(runtime.database, names, OLD);
    const refused: unknown = await refuseOtherLog(runtime.database, names, NEW).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ReadModelsOfAnotherLog);
    expect((refused as Error).message).toMatch(/other, words.*eventstoredb.*elsewhere.*projections rebuild --all/);
    await refuseOtherLog(runtime.database, ['of a program that has others'], NEW);
  });

  it('are refused beside their own log when it has lost its end, and taken when it has grown', async () => {
    for (const head of [6n, 7n]) await refuseShorterLog(runtime.database, names, OLD, position(head));
    const refused: unknown = await refuseShorterLog(runtime.database, names, OLD, position(5n)).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(LogBehindReadModels);
    expect((refused as Error).message).toMatch(/ends at 5.*other, words.*projections rebuild --all --force/);
    await refuseShorterLog(runtime.database, names, NEW, position(5n));
  });

  it('are never carried on from positions of the other log', async () => {
    const worker = runtime.worker([...projections, words({ name: 'fresh' })], { logId: NEW.id, store: moved });
    await until(async () => (await active()).some((copy) => copy.projection === 'fresh' && copy.checkpoint === 3n));
    await worker.stop();
    const others = (await active()).filter(({ logId }) => logId === OLD.id);
    expect(others.map(({ checkpoint, projection }) => [projection, checkpoint])).toEqual([
      ['other', 6n],
      ['words', 6n],
    ]);
  });

  it('are built beside the copies readers see, and given to readers at smaller positions too', async () => {
    const parts: number[] = [];
    runtime.worker(projections, { logId: NEW.id, store: moved });
    const made = await rebuildAll(onNew(), order, (_projection, part) => parts.push(part));
    expect(made.map(({ state, logId }) => [state, logId])).toEqual([
      ['active', 'new'],
      ['active', 'new'],
    ]);
    expect(await runtime.words()).toEqual({ 'word-a': 'abc' });
    expect(await recordedTo()).toBe('3');
    expect(Math.max(...parts)).toBeLessThanOrEqual(1);
    await refuseOtherLog(runtime.database, names, NEW);
    await expect(refuseOtherLog(runtime.database, names, OLD)).rejects.toBeInstanceOf(ReadModelsOfAnotherLog);
    // Only what is of this log can be gone back to.
    const admin = new ProjectionAdmin(onNew());
    await expect(admin.rollback('words', order())).rejects.toMatchObject({ rule: 'another-log' });
    expect((await admin.list()).map(({ logId, lag }) => [logId, lag.positions >= 0n])).toHaveLength(4);
  });

  it('are built on where it was cut off: what readers have already is not built twice', async () => {
    const worker = runtime.worker([words()], { logId: NEW.id, store: moved });
    await rebuildAll({ ...onNew(), projections: [words()] }, order);
    await worker.stop();
    await expect(refuseOtherLog(runtime.database, names, NEW)).rejects.toMatchObject({ projections: ['other'] });
    runtime.worker(projections, { logId: NEW.id, store: moved });
    const made = await rebuildAll(onNew(), order);
    expect(made.map(({ projection }) => projection)).toEqual(['other']);
    await refuseOtherLog(runtime.database, names, NEW);
  });

  it('have each policy’s place once per log', async () => {
    const [old, fresh] = [OLD, NEW].map(({ id }) => new PostgresPolicyCheckpoints(runtime.database, id));
    await old!.save('p', position(6));
    expect(await fresh!.load('p')).toBe(0n);
    await fresh!.save('p', position(3));
    expect([await old!.load('p'), await fresh!.load('p')]).toEqual([6n, 3n]);
  });

  it('that were built before logs were kept are those of the log in PostgreSQL', async () => {
    await prepareReadModels(runtime.database, [words({ name: 'legacy' })]);
    await recordLog(runtime.database, { ...OLD, id: 'third' });
    await expect(refuseOtherLog(runtime.database, ['legacy'], NEW)).rejects.toBeInstanceOf(ReadModelsOfAnotherLog);
    await recordLog(runtime.database, { ...OLD, store: 'postgres', id: 'fourth' });
    await refuseOtherLog(runtime.database, ['legacy'], { ...OLD, store: 'postgres', id: 'fourth' });
    expect((await loadVersions(runtime.database)).some(({ logId }) => logId === UNRECORDED_LOG)).toBe(false);
  });
});
