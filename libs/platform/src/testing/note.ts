import {
  defineEvent,
  EventCatalogue,
  field,
  isPlainPersonal,
  personal,
  Refusal,
  type Aggregate,
  type EventOf,
  type Personal,
  type Sealer,
} from '@liggare/kernel';
import { createHash } from 'node:crypto';
import type { Revealed, Revealer } from '../revealer.js';

const NoteWritten = defineEvent('NoteWritten', {
  sv: 'En anteckning skrevs',
  en: 'A note was written',
  data: field.object({ text: field.sealed('What it says'), on: field.day('The day it is about') }),
});

type NoteEvent = EventOf<typeof NoteWritten>;

export interface NoteState {
  readonly texts: readonly Personal[];
}

export interface WriteNote {
  readonly noteId: string;
  readonly text: string;
  readonly on: string;
}

/** The least of an aggregate that the platform can be tried with: texts about days, each sealed. */
export const noteAggregate: Aggregate<NoteState, WriteNote, NoteEvent> = {
  category: 'note',
  catalogue: new EventCatalogue([NoteWritten]),
  initialState: { texts: [] },
  decide(state, { noteId, text, on }) {
    if (text === 'forbidden') throw new Refusal('forbidden-text', 'the text is forbidden', '/text');
    if (state.texts.length === 3) throw new Refusal('already-full', 'the note holds three texts');
    return [{ type: 'NoteWritten', data: { text: personal(noteId, text), on: on as NoteEvent['data']['on'] } }];
  },
  evolve: (state, { data }) => ({ texts: [...state.texts, data.text] }),
};

/** Seals and reveals in memory. Forgetting everything is what destroying all keys would be. */
export class MemorySealer implements Sealer, Revealer {
  private readonly values = new Map<string, string>();
  private forgotten = false;

  seal: Sealer['seal'] = (eventId, event) => {
    const data = { ...(event.data as Record<string, unknown>) };
    for (const [key, value] of Object.entries(data)) {
      if (!isPlainPersonal(value)) continue;
      const digest = createHash('sha256').update(`${eventId}/${key}`).digest('base64url');
      this.values.set(digest, value._personal.value);
      data[key] = { _sd: digest };
    }
    return Promise.resolve({ event: { ...event, data } });
  };

  reveal(digests: readonly string[]): Promise<ReadonlyMap<string, Revealed>> {
    const known = digests.filter((digest) => this.values.has(digest));
    return Promise.resolve(new Map(known.map((digest) => [digest, this.shown(digest)])));
  }

  forget(): void {
    this.forgotten = true;
  }

  private shown(digest: string): Revealed {
    return this.forgotten ? { withheld: 'erased' } : { value: this.values.get(digest)! };
  }
}
