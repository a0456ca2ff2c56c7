/** What stands behind a commitment, or why it is not shown. */
export type Revealed = Shown | { readonly withheld: WithheldReason };

/** The text. `unmasked`: of a protected identity, which this reader may see. */
export interface Shown {
  readonly value: string;
  readonly unmasked?: true;
}

/**
 * The key was destroyed; no ciphertext is known (yet); the reader's role may not see it; the identity is protected.
 */
export type WithheldReason = 'erased' | 'unknown' | 'not-permitted' | 'protected';

export interface RevealOptions {
  /** Protected identities too: the reader has the role and said what for. */
  readonly mayUnmask?: boolean;
}

/** Opens commitments. Only the edge of the system asks. */
export interface Revealer {
  /** @param digests `_sd` values; each is in the answer */
  reveal(digests: readonly string[], options?: RevealOptions): Promise<ReadonlyMap<string, Revealed>>;
}
