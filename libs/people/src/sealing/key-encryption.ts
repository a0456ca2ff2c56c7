/** A subject key as it stands in the database. */
export interface WrappedKey {
  /** Which key-encryption key it was wrapped with. */
  readonly kekId: string;
  readonly wrapped: Buffer;
}

/** What a wrapped key belongs to: it opens for nothing else. */
export interface KeyPlace {
  /** `<subject>/<generation>` */
  readonly kid: string;
  readonly subject: string;
}

/**
 * Wraps subject keys with a key that is not in the database: a file of ours, or a key management service. What is
 * wrapped is bound to its place.
 */
export interface KeyEncryption {
  /** Opens what it needs: afterwards wrapping asks no database. @throws KeyEncryptionKeyUnavailable */
  ready(): Promise<void>;
  /** With the newest key there is. @throws KeyEncryptionKeyUnavailable */
  wrap(key: Uint8Array, place: KeyPlace): Promise<WrappedKey>;
  /** @throws KeyEncryptionKeyUnavailable it was wrapped for another place, or with a key that is not there */
  unwrap(key: WrappedKey, place: KeyPlace): Promise<Uint8Array>;
  /** Looks again which keys there are. */
  reload(): void;
  /** Makes a newer key, unless there is one already that older ones are to give way to. The older ones stay. */
  renew(): Promise<void>;
  /** Destroys keys that nothing is wrapped with any more. */
  retire(kekIds: readonly string[]): Promise<void>;
}

/** The key that subject keys are wrapped with is missing, damaged, or not the one they were wrapped with. */
export class KeyEncryptionKeyUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'KeyEncryptionKeyUnavailable';
  }
}
