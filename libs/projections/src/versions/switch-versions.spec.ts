import { connect } from '@liggare/database';
import { addLetters } from '../testing/test-events.js';
import { order, TestRuntime, until } from '../testing/test-runtime.js';
import { words } from '../testing/words-projection.js';
import { loadVersions } from './projection-version.js';
import { bridgeView } from './publish-views.js';

describe('another version of a projection', () => {
  let runtime: TestRuntime;

  const first = words();
  const second = words({ version: 2, spell: (letter) => letter.toUpperCase() });

  beforeEach(async () => (runtime = await TestRuntime.open()));
  afterEach(() => runtime.close());

  async function active(schema: string): Promise<void> {
    await until(async () =>
      (await loadVersions(runtime.database)).some((copy) => copy.schema === schema && copy.state === 'active'),
    );
  }

  it('is built beside the old one and switched to when it has caught up; the old one stays for a rollback', async () => {
    await addLetters(runtime.store, 'word-a', 'anna');
    const old = runtime.worker([first]);
    await runtime.caughtUp([first]);
    await old.stop();
    const next = runtime.worker([first, second]);
    await active('words_v2');
    expect(await runtime.words()).toEqual({ 'word-a': 'ANNA' });
    await addLetters(runtime.store, 'word-b', 'bo');
    await runtime.admin([first, second]).rollback('words', order());
    await runtime.caughtUp([first, second]);
    expect(await runtime.words()).toEqual({ 'word-a': 'anna', 'word-b': 'bo' });
    await next.stop();
    // A rollback is a decision: the next start does not undo it.
    runtime.worker([first, second]);
    await addLetters(runtime.store, 'word-c', 'c');
    await runtime.caughtUp([first, second]);
    expect(await runtime.words()).toMatchObject({ 'word-c': 'c' });
  });

  it('does not take readers back in time: a copy that is behind is refused', async () => {
    await addLetters(runtime.store, 'word-a', 'anna');
    const both = runtime.worker([first]);
    await runtime.caughtUp([first]);
    await both.stop();
    const next = runtime.worker([second]);
    await active('words_v2');
    await addLetters(runtime.store, 'word-a', 's');
    await runtime.caughtUp([second]);
    await expect(runtime.admin([second]).rollback('words', order())).rejects.toMatchObject({ rule: 'unknown-version' });
    await expect(runtime.admin([first]).rollback('words', order())).rejects.toMatchObject({ rule: 'not-caught-up' });
    await next.stop();
  });

  it('may publish other columns and other tables', async () => {
    const old = runtime.worker([first]);
    await addLetters(runtime.store, 'word-a', 'anna');
    await runtime.caughtUp([first]);
    await old.stop();
    const reshaped = {
      ...words({ version: 2 }),
      publishes: ['first_letter', 'word'],
      schema: `create table all_words (
          stream text primary key, word text, letters int, recorded_to numeric, unique (word));
        create view first_letter as select stream, left(word, 1) as letter from all_words;
        create view word as select letters, stream from all_words`,
      apply: async (events: Parameters<typeof first.apply>[0], tx: Parameters<typeof first.apply>[1]) => {
        for (const { stream } of events) {
          await tx.query('insert into all_words values ($1, $1, 1, 0) on conflict do nothing', [stream]);
        }
      },
    };
    const next = runtime.worker([reshaped]);
    await active('words_v2');
    expect((await runtime.database.query('select * from words.word')).rows).toEqual([{ letters: 1, stream: 'word-a' }]);
    expect((await runtime.database.query('select * from words.first_letter')).rows).toEqual([
      { stream: 'word-a', letter: 'w' },
    ]);
    await next.stop();
    const reduced = { ...words({ version: 3 }), publishes: ['word'] };
    runtime.worker([reduced]);
    await active('words_v3');
    await expect(runtime.database.query('select * from words.first_letter')).rejects.toThrow('does not exist');
    expect(await runtime.words()).toEqual({ 'word-a': 'anna' });
  });

  it('keeps what others have built on the stable views', async () => {
    const old = runtime.worker([first]);
    await addLetters(runtime.store, 'word-a', 'anna');
    await runtime.caughtUp([first]);
    await old.stop();
    await runtime.database.query('create view public.report as select word from words.word');
    runtime.worker([second]);
    await active('words_v2');
    expect((await runtime.database.query('select * from public.report')).rows).toEqual([{ word: 'ANNA' }]);
  });

  it('waits for readers that hold the views, and never makes them give way', async () => {
    runtime.worker([first]);
    await addLetters(runtime.store, 'word-a', 'anna');
    await runtime.caughtUp([first]);
    const reader = await runtime.database.connect();
    await reader.query('begin');
    await reader.query('select * from words.word');
    const admin = runtime.admin([first]);
    await admin.rebuild('words', order(), { switchWhenCaughtUp: false });
    const switching = admin.switch('words', order());
    await until(async () => {
      const waiting = await runtime.database.query(
        `select from pg_locks where relation = 'words.word'::regclass and not granted`,
      );
      return waiting.rowCount! > 0;
    });
    expect((await reader.query<{ word: string }>('select word from words.word')).rows).toEqual([{ word: 'anna' }]);
    await reader.query('commit');
    reader.release();
    expect(await switching).toMatchObject({ to: { schema: 'words_v1_g2' } });
  });

  it('shows readers either the old rows or the new ones while it is switched back and forth, never half or none', async () => {
    // Two tables that must agree: readers join them.
    const spelled = (version: number, spell: (letter: string) => string) => {
      const base = words({ version, spell });
      return {
        ...base,
        publishes: ['word', 'mirror'],
        schema: `${base.schema}; create view mirror as select * from word`,
      };
    };
    const small = spelled(1, (letter) => letter);
    const large = spelled(2, (letter) => letter.toUpperCase());
    const old = runtime.worker([small]);
    await addLetters(runtime.store, 'word-a', 'anna');
    await addLetters(runtime.store, 'word-b', 'bo');
    await runtime.caughtUp([small]);
    await old.stop();
    const stop = new AbortController();
    const readers = connect(runtime.url, { max: 3 });
    const seen = new Set<string>();
    const read = async (tables: string) => {
      while (!stop.signal.aborted) {
        const { rows } = await readers.query<{ a: string; b: string }>(
          `select w.word as a, m.word as b from ${tables} where m.stream = w.stream order by w.stream`,
        );
        seen.add(rows.map(({ a, b }) => `${a}=${b}`).join(' '));
      }
    };
    const reading = Promise.all([read('words.word w, words.mirror m'), read('words.mirror m, words.word w')]);
    runtime.worker([small, large]);
    await active('words_v2');
    const admin = runtime.admin([small, large]);
    for (let round = 0; round < 10; round++) await admin.rollback('words', order());
    stop.abort();
    await reading;
    await readers.end();
    expect([...seen].sort()).toEqual(['ANNA=ANNA BO=BO', 'anna=anna bo=bo']);
  });

  it('can be discarded although a switch to it was cut off half-way', async () => {
    runtime.worker([first]);
    await addLetters(runtime.store, 'word-a', 'anna');
    await runtime.caughtUp([first]);
    const admin = runtime.admin([first]);
    await admin.rebuild('words', order(), { switchWhenCaughtUp: false });
    const [one, other] = await loadVersions(runtime.database);
    await bridgeView(runtime.database, one!, other!, 'word');
    expect(await runtime.words()).toEqual({ 'word-a': 'anna' });
    await admin.discard('words', other!.schema, order());
    expect(await runtime.words()).toEqual({ 'word-a': 'anna' });
  });

  it('is not there twice: two programs that start at the same time make one copy', async () => {
    const workers = Array.from({ length: 3 }, () => runtime.worker([first, second]));
    await addLetters(runtime.store, 'word-a', 'a');
    await runtime.caughtUp([first, second]);
    expect(workers.filter((worker) => worker.status().leading)).toHaveLength(1);
    expect((await loadVersions(runtime.database)).map(({ schema }) => schema)).toEqual(['words_v2']);
  });

  it('must have a name that can be a schema’s', () => {
    for (const name of ['projections', 'public', 'pg-words', 'words-v2', 'words-v2-g3', 'Words', 'a'.repeat(46)]) {
      expect(() => runtime.worker([words({ name })])).toThrow(`not a name for a projection: ${name}`);
    }
    expect(() => runtime.worker([first, first])).toThrow('words version 1 given twice');
  });
});
