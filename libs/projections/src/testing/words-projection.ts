import type { Transaction } from '@liggare/database';
import type { Projection } from '@liggare/kernel';
import { LETTER, letterOf } from './test-events.js';

export interface WordsOptions {
  readonly name?: string;
  readonly version?: number;
  /** What it makes of a letter: another version's rows are other rows. */
  readonly spell?: (letter: string) => string;
  /** May throw, or wait, or look at what it is given. */
  readonly before?: (letters: readonly string[], tx: Transaction) => void | Promise<void>;
}

/**
 * One word per stream, letters in order, and how many: an event that is lost, doubled or out of order shows. The
 * table refuses a word with an exclamation mark.
 */
export function words(options: WordsOptions = {}): Projection<Transaction> {
  const { spell = (letter) => letter, before = () => undefined } = options;
  return {
    name: options.name ?? 'words',
    version: options.version ?? 1,
    handles: [LETTER],
    publishes: ['word'],
    schema: `create table word (
      stream text primary key, word text not null, letters int not null, recorded_to numeric not null,
      constraint no_exclamation check (word not like '%!%')
    )`,
    async apply(events, tx) {
      await before(
        events.map((event) => letterOf(event).letter),
        tx,
      );
      const added = new Map<string, { word: string; letters: number; last: bigint }>();
      for (const event of events) {
        const { word, letters } = added.get(event.stream) ?? { word: '', letters: 0 };
        const letter = spell(letterOf(event).letter);
        added.set(event.stream, { word: word + letter, letters: letters + 1, last: event.position });
      }
      const rows = [...added.values()];
      await tx.query(
        `insert into word select * from unnest($1::text[], $2::text[], $3::int[], $4::numeric[])
         on conflict (stream) do update set word = word.word || excluded.word,
           letters = word.letters + excluded.letters, recorded_to = excluded.recorded_to`,
        [[...added.keys()], rows.map((r) => r.word), rows.map((r) => r.letters), rows.map((r) => r.last)],
      );
    },
  };
}
