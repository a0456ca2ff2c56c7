import { canonicalBytes, NotCanonical } from '@liggare/evidence';
import type { RecordedEvent } from '@liggare/kernel';
import { createHash } from 'node:crypto';

/**
 * A hash of a log from its beginning: SHA-256 over the hash so far (32 bytes, zero at first) and the event as JCS
 * (RFC 8785); an event that has no canonical form, such as half a surrogate pair, as plain JSON. Everything that a store must keep is in it, in order; positions, which are a store's own, are not.
 */
export class LogChain {
  private hash: Buffer = Buffer.alloc(32);
  private count = 0;

  /** How many events are in it. */
  get events(): number {
    return this.count;
  }

  /** 64 hexadecimal digits. */
  get hex(): string {
    return this.hash.toString('hex');
  }

  add({ eventId, stream, revision, type, data, metadata }: RecordedEvent): void {
    const event = { eventId, stream, revision: revision.toString(), type, data, metadata };
    this.hash = createHash('sha256').update(this.hash).update(bytesOf(event)).digest();
    this.count++;
  }

  equals(other: LogChain): boolean {
    return this.count === other.count && this.hash.equals(other.hash);
  }
}

/** Stores keep the order of keys, so plain JSON is the same text on both sides, too. Canonical JSON begins with `{`. */
function bytesOf(event: object): Buffer {
  try {
    return canonicalBytes(event);
  } catch (error) {
    if (!(error instanceof NotCanonical)) throw error;
    return Buffer.from(`plain ${JSON.stringify(event)}`);
  }
}
