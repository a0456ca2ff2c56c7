import type { Transaction } from '@liggare/database';
import type { Projection } from '@liggare/kernel';
import { addLetters } from '../testing/test-events.js';
import { order, TestRuntime, until } from '../testing/test-runtime.js';
import { words } from '../testing/words-projection.js';
import { finishFilling } from './finish-filling.js';
import { loadVersions } from './projection-version.js';

const LETTERS_ARE_FEW = 'alter table word add constraint few_letters check (letters < 5);';

function guarded(whenFilled = LETTERS_ARE_FEW, version = 1): Projection<Transaction> {
  return { ...words({ version }), whenFilled };
}

describe('what a read model gets when it is filled', () => {
  let runtime: TestRuntime;

  beforeEach(async () => (runtime = await TestRuntime.open()));
  afterEach(() => runtime.close());

  const filled = async () => (await loadVersions(runtime.database)).map((copy) => [copy.schema, copy.filled]);

  it('is put on after the rows that were there, and holds for those that come', async () => {
    await addLetters(runtime.store, 'word-a', 'anna');
    runtime.worker([guarded()]);
    await until(async () => (await filled())[0]?.[1] === true);
    await addLetters(runtime.store, 'word-a', 's');
    await addLetters(runtime.store, 'word-b', 'bo');
    await runtime.caughtUp([guarded()]);
    expect(await runtime.words()).toEqual({ 'word-a': 'anna', 'word-b': 'bo' });
    const held = await runtime.admin([guarded()]).held();
    expect(held.map(({ stream, error }) => [stream, error?.includes('few_letters')])).toEqual([['word-a', true]]);
  });

  it('is put on once, however often and by however many it is asked for', async () => {
    runtime.worker([guarded()]);
    await until(async () => (await filled())[0]?.[1] === true);
    await Promise.all([1, 2, 3].map(() => finishFilling(runtime.database, 'words_v1', guarded())));
    expect(await filled()).toEqual([['words_v1', true]]);
  });

  it('keeps a copy that breaks it from being switched to, which the list explains', async () => {
    await addLetters(runtime.store, 'word-a', 'annas');
    const first = runtime.worker([words()]);
    await runtime.caughtUp([words()]);
    await first.stop();
    const next = guarded(LETTERS_ARE_FEW, 2);
    const worker = runtime.worker([words(), next]);
    await until(async () => (await loadVersions(runtime.database)).some(({ failure }) => failure !== undefined));
    const [, copy] = await loadVersions(runtime.database);
    expect(copy).toMatchObject({ schema: 'words_v2', state: 'building', filled: false });
    expect(copy!.failure).toContain('few_letters');
    await expect(runtime.admin([words(), next]).switch('words', order())).rejects.toMatchObject({ rule: 'not-filled' });
    // It goes on all the same.
    await addLetters(runtime.store, 'word-b', 'bo');
    await until(async () => (await runtime.words('words_v2'))['word-b'] === 'bo');
    await worker.stop();
  });

  it('is tried again by the next program, which may have mended it', async () => {
    await addLetters(runtime.store, 'word-a', 'annas');
    const broken = runtime.worker([guarded()]);
    await until(async () => (await loadVersions(runtime.database)).some(({ failure }) => failure !== undefined));
    await broken.stop();
    runtime.worker([guarded('create index on word (letters);')]);
    await until(async () => (await filled())[0]?.[1] === true);
    expect(await loadVersions(runtime.database)).toMatchObject([{ failure: undefined, state: 'active' }]);
  });
});
