import { instant, position } from '@liggare/kernel';
import { prepareReadModels } from '../prepare-read-models.js';
import { addLetters } from '../testing/test-events.js';
import { clock, TestRuntime, until } from '../testing/test-runtime.js';
import { words } from '../testing/words-projection.js';

const FOR_EVER = 1_000_000;

describe('the read models', () => {
  let runtime: TestRuntime;

  beforeEach(async () => (runtime = await TestRuntime.open()));
  afterEach(() => runtime.close());

  it('show what was written once the wait is over, for each of many writers', async () => {
    const projections = [words(), words({ name: 'other' }), { ...words({ name: 'idle' }), handles: ['Nothing'] }];
    runtime.worker(projections);
    const readModels = runtime.readModels(projections);
    await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        const { position: written } = await addLetters(runtime.store, `word-${n}`, 'ab');
        expect(await readModels.waitFor(written, FOR_EVER)).toBe(true);
        expect(await runtime.words('words')).toMatchObject({ [`word-${n}`]: 'ab' });
        expect(await runtime.words('other')).toMatchObject({ [`word-${n}`]: 'ab' });
      }),
    );
  });

  it('are given up waiting for after the time that was asked for', async () => {
    await prepareReadModels(runtime.database, [words()]);
    const readModels = runtime.readModels([words()]);
    const { position: written } = await addLetters(runtime.store, 'word-a', 'a');
    expect(await readModels.waitFor(written, 50)).toBe(false);
    expect(await readModels.waitFor(position(0), 50)).toBe(true);
  });

  it('have passed an event that is held back: waiting would not help', async () => {
    runtime.worker([words()]);
    const { position: written } = await addLetters(runtime.store, 'word-a', '!');
    expect(await runtime.readModels([words()]).waitFor(written, FOR_EVER)).toBe(true);
    expect(await runtime.words()).toEqual({});
  });

  it('are not waited for where the program lacks the code of the copy that readers see', async () => {
    await prepareReadModels(runtime.database, [words()]);
    const { position: written } = await addLetters(runtime.store, 'word-a', 'a');
    expect(await runtime.readModels([words({ version: 2 })]).waitFor(written, FOR_EVER)).toBe(false);
  });

  it('are waited for although the connection that hears of progress is cut off', async () => {
    runtime.worker([words()]);
    const readModels = runtime.readModels([words()]);
    const { position: first } = await addLetters(runtime.store, 'word-a', 'a');
    expect(await readModels.waitFor(first, FOR_EVER)).toBe(true);
    await runtime.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'liggare read models'`,
    );
    const { position: second } = await addLetters(runtime.store, 'word-a', 'b');
    expect(await readModels.waitFor(second, FOR_EVER)).toBe(true);
  });

  it('tell how far they are behind, in events and seconds', async () => {
    const worker = runtime.worker([words()]);
    await addLetters(runtime.store, 'word-a', 'ab');
    await runtime.caughtUp([words()]);
    await worker.stop();
    await addLetters(runtime.store, 'word-a', 'cde');
    const readModels = runtime.readModels([words()]);
    clock.set(instant('2026-11-23T12:01:30Z'));
    const behind = { projection: 'words', version: 1, checkpoint: 2n, positions: 3n, seconds: 90 };
    expect(await readModels.lag()).toEqual([behind]);
    expect(await runtime.admin([words()]).list()).toMatchObject([{ lag: { positions: 3n, seconds: 90 } }]);
    runtime.worker([words()]);
    await until(async () => (await readModels.lag())[0]!.positions === 0n);
    expect(await readModels.lag()).toMatchObject([{ checkpoint: 5n, seconds: 0 }]);
    clock.set(instant('2026-11-23T12:00:00Z'));
  });
});
