/** An event as a client proposes it. `id` is a UUID in lower case. */
export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** An event as the log keeps it. */
export interface StoredEvent extends ProposedEvent {
  readonly stream: string;
  /** 0, 1, 2 … in its stream; {@link TOMBSTONE_REVISION} for the event that ends a stream for good. */
  readonly revision: number;
  /** Where the record that made it visible begins, in bytes from the start of the log. */
  readonly commit: number;
  /** Where its own record begins, in bytes from the start of the log. */
  readonly prepare: number;
  /** Milliseconds since 1970. */
  readonly created: number;
}

/** Stands for the largest signed 64-bit number, which a JavaScript number cannot hold. */
export const TOMBSTONE_REVISION = Infinity;
export const LARGEST_REVISION = 2n ** 63n - 1n;

const NOTHING = new Uint8Array(0);

/** An event of the server's own, as JSON. */
export function systemEvent(id: string, type: string, data: string): ProposedEvent {
  return { id, type, isJson: true, data: Buffer.from(data, 'utf8'), metadata: NOTHING };
}
