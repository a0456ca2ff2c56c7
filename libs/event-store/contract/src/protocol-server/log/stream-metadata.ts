/** What a stream's metadata may say about which of its events can be read, and by whom. */
export interface StreamMetadata {
  readonly maxCount?: number;
  /** In seconds. */
  readonly maxAge?: number;
  readonly truncateBefore?: number;
  readonly acl?: StreamAcl;
}

/** Names of users and groups per right; `undefined` leaves the default. */
export interface StreamAcl {
  readonly read?: readonly string[];
  readonly write?: readonly string[];
  readonly delete?: readonly string[];
  readonly readMetadata?: readonly string[];
  readonly writeMetadata?: readonly string[];
}

/** `$tb` of a deleted stream: the largest signed 64-bit number. `JSON.parse` rounds it up to 2^63. */
export const SOFT_DELETED = '{"$tb":9223372036854775807}';
const SOFT_DELETED_FROM = 2 ** 63 - 1024;

const METASTREAM = '$$';
const NO_METADATA: StreamMetadata = {};
/** A stream of metadata keeps its last event only. */
const OF_METASTREAMS: StreamMetadata = { maxCount: 1 };

export function metastreamOf(stream: string): string {
  return METASTREAM + stream;
}

export function isMetastream(stream: string): boolean {
  return stream.startsWith(METASTREAM);
}

export function originalOf(metastream: string): string {
  return metastream.slice(METASTREAM.length);
}

export function isSoftDeleted(metadata: StreamMetadata): boolean {
  return (metadata.truncateBefore ?? 0) >= SOFT_DELETED_FROM;
}

/** @param written the last event of the stream's metastream, if there is one. What is no JSON object says nothing. */
export function metadataOf(stream: string, written: Uint8Array | undefined): StreamMetadata {
  if (isMetastream(stream)) return OF_METASTREAMS;
  const fields = written === undefined ? undefined : parsed(written);
  if (fields === undefined) return NO_METADATA;
  const maxCount = amount(fields['$maxCount']);
  const maxAge = amount(fields['$maxAge']);
  const truncateBefore = amount(fields['$tb']);
  const acl = aclOf(fields['$acl']);
  return {
    ...(maxCount !== undefined && { maxCount }),
    ...(maxAge !== undefined && { maxAge }),
    ...(truncateBefore !== undefined && { truncateBefore }),
    ...(acl !== undefined && { acl }),
  };
}

/** The metadata of a deleted stream when it is written to again: everything before that event stays away. */
export function recreatedFrom(written: Uint8Array, revision: number): string {
  return JSON.stringify({ ...parsed(written), $tb: revision });
}

/** The first revision that can still be read, by count and truncation. */
export function firstReadable(metadata: StreamMetadata, lastRevision: number): number {
  return Math.max(0, metadata.truncateBefore ?? 0, lastRevision - (metadata.maxCount ?? Infinity) + 1);
}

function aclOf(value: unknown): StreamAcl | undefined {
  if (!isObject(value)) return undefined;
  const rights = {
    read: names(value['$r']),
    write: names(value['$w']),
    delete: names(value['$d']),
    readMetadata: names(value['$mr']),
    writeMetadata: names(value['$mw']),
  };
  return Object.fromEntries(Object.entries(rights).filter(([, who]) => who !== undefined));
}

function names(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.map(String) : undefined;
}

function amount(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 ? value : undefined;
}

function parsed(json: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(json).toString('utf8'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
