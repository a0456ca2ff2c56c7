import { commit, seal } from '@liggare/evidence';
import type { DomainEvent, SealedEvent, SealedValue, Sealer } from '@liggare/kernel';
import { personalPlaces, replacePersonal } from './personal-places.js';
import type { SubjectKeys } from './subject-keys.js';

/**
 * Closes the personal values of an event before it is appended: each becomes a commitment `{_sd}` in the data and a
 * ciphertext beside it, under the key of the subject it is about. One event may speak of several subjects.
 */
export class PostgresSealer implements Sealer {
  /** @param log origin of the log: a ciphertext cannot be moved to another installation */
  constructor(
    private readonly keys: SubjectKeys,
    private readonly log: string,
  ) {}

  /** @throws SubjectErased */
  async seal(eventId: string, event: DomainEvent): Promise<SealedEvent> {
    const places = personalPlaces(event.data);
    if (places.length === 0) return { event };
    const keys = await this.keys.forSealing([...new Set(places.map(({ subject }) => subject))]);
    const digests = new Map<string, string>();
    const sealed: Record<string, SealedValue> = {};
    for (const { pointer, subject, value } of places) {
      const { kid, key } = keys.get(subject)!;
      const { digest, disclosure } = commit(pointer, value);
      digests.set(pointer, digest);
      sealed[pointer] = seal(disclosure, kid, key, { event: eventId, log: this.log, ptr: pointer });
    }
    const data = replacePersonal(event.data, (pointer) => ({ _sd: digests.get(pointer)! }));
    return { event: { type: event.type, data }, sealed };
  }
}
