/** What stands behind a commitment, or why it is not shown. */
export type Revealed = { readonly value: string } | { readonly withheld: WithheldReason };

/** The key was destroyed; no ciphertext is known (yet); the reader's role may not see it. */
export type WithheldReason = 'erased' | 'unknown' | 'not-permitted';

/** Opens commitments. Only the edge of the system asks. */
export interface Revealer {
  /** @param digests `_sd` values; each is in the answer */
  reveal(digests: readonly string[]): Promise<ReadonlyMap<string, Revealed>>;
}
