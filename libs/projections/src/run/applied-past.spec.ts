import type { Transaction } from '@liggare/database';
import type { Projection } from '@liggare/kernel';
import { addLetters, letterOf, newEvent } from '../testing/test-events.js';
import { order, TestRuntime } from '../testing/test-runtime.js';
import { words } from '../testing/words-projection.js';

/** Says of every event what came before it in its stream. Refuses to be given an exclamation mark. */
function remembering(): Projection<Transaction> {
  return {
    ...words(),
    schema: 'create table word (stream text, revision int, before text)',
    async apply(events, tx, past) {
      for (const event of events) {
        if (letterOf(event).bad) throw new Error('not this one');
        let before = '';
        for await (const earlier of past.before(event.stream, event.revision)) before += letterOf(earlier).letter;
        await tx.query('insert into word values ($1, $2, $3)', [event.stream, event.revision, before]);
      }
    },
  };
}

describe('the past a projection is given', () => {
  let runtime: TestRuntime;

  beforeEach(async () => (runtime = await TestRuntime.open()));
  afterEach(() => runtime.close());

  const seen = async () => {
    const { rows } = await runtime.database.query<{ before: string }>(
      'select before from words.word order by revision',
    );
    return rows.map(({ before }) => before);
  };

  it('is the events of the stream that it handles, before the one it asks about', async () => {
    await addLetters(runtime.store, 'word-a', 'an');
    await runtime.store.append('word-a', [newEvent('SomethingElse', {})], 'any');
    await addLetters(runtime.store, 'word-b', 'bo');
    await addLetters(runtime.store, 'word-a', 'na');
    runtime.worker([remembering()], { batchSize: 2 });
    await runtime.caughtUp([remembering()]);
    expect((await seen()).sort()).toEqual(['', '', 'a', 'an', 'ann', 'b']);
  });

  it('leaves out what was skipped', async () => {
    const { eventIds } = await addLetters(runtime.store, 'word-a', 'a!na');
    runtime.worker([remembering()]);
    await runtime.caughtUp([remembering()]);
    expect(await seen()).toEqual(['']);
    await runtime.admin([remembering()]).skip('words', eventIds[1]!, order());
    expect(await seen()).toEqual(['', 'a', 'an']);
    await addLetters(runtime.store, 'word-a', 's');
    await runtime.caughtUp([remembering()]);
    expect(await seen()).toEqual(['', 'a', 'an', 'ana']);
  });
});
