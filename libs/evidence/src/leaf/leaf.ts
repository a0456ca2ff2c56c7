import { canonicalBytes } from '../canonical-json.js';
import { sha256 } from '../merkle/hashing.js';

/**
 * What is hashed of one event. A closed set of fields: an auditor reads nothing that is not bound here, and nothing here
 * is personal. `dataHash` stands for the data; data may be withheld or destroyed without touching the tree.
 */
export interface Leaf {
  readonly v: 1;
  /** Name of the log: leaves of one installation mean nothing in another. */
  readonly log: string;
  /** Id of the event. */
  readonly id: string;
  readonly type: string;
  /** Version of the data's schema. */
  readonly schema: number;
  readonly stream: string;
  /** Place in the stream, without gaps: an omission inside a stream can be seen. */
  readonly rev: number;
  /** RFC 3339, UTC, milliseconds. */
  readonly recordedAt: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly actor: string;
  readonly role: string;
  readonly onBehalfOf?: string;
  readonly command: string;
  readonly corr: string;
  readonly cause?: string;
  /** base64url of SHA-256 of the canonical JSON (RFC 8785) of the data. */
  readonly dataHash: string;
  /** The same of the metadata but for what is sealed: source, classification, retention. */
  readonly metaHash: string;
}

/** An event as far as the log binds it, as the kernel records it or as a line of a bundle tells it. */
export interface LeafSource {
  readonly eventId: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: bigint | number;
  readonly data: unknown;
  readonly metadata: {
    readonly schemaVersion: number;
    readonly recordedAt: string;
    readonly actor: { readonly id: string; readonly role: string };
    readonly onBehalfOf?: string | undefined;
    readonly commandId: string;
    readonly correlationId: string;
    readonly causationId?: string | undefined;
    readonly validFrom?: string | undefined;
    readonly validTo?: string | undefined;
    readonly sealed?: unknown;
  };
}

/** Deterministic: the same event of the same log always gives the same leaf, whatever store it is in. */
export function leafOf({ eventId, type, stream, revision, data, metadata }: LeafSource, log: string): Leaf {
  const { sealed: _, ...open } = metadata;
  const { actor, onBehalfOf, commandId, correlationId, causationId, recordedAt, validFrom, validTo, schemaVersion } =
    open;
  return {
    v: 1,
    ...{ log, id: eventId, type, schema: schemaVersion, stream, rev: Number(revision), recordedAt },
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
    ...{ actor: actor.id, role: actor.role },
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...{ command: commandId, corr: correlationId },
    ...(causationId === undefined ? {} : { cause: causationId }),
    ...{ dataHash: hashOf(data), metaHash: hashOf(open) },
  };
}

/** The entry in the tree. */
export function leafEntry(leaf: Leaf): Uint8Array {
  return canonicalBytes(leaf);
}

/** @returns base64url */
export function hashOf(value: unknown): string {
  return Buffer.from(sha256(canonicalBytes(value))).toString('base64url');
}
