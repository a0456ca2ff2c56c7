/** What a writer expects of the stream it appends to. A bigint is the revision of the stream's last event. */
export type ExpectedRevision = 'any' | 'no_stream' | 'stream_exists' | bigint;

/** What the rule must know of a stream. */
export interface StreamFacts {
  /** Revision of the last event, -1 when there is none. */
  readonly lastRevision: number;
  readonly tombstoned: boolean;
  readonly softDeleted: boolean;
  readonly hasMetadata: boolean;
  /** The id of the event at a revision, also when it is truncated. */
  idAt(revision: number): string | undefined;
  /** Where this stream has an event with that id, as far as the server remembers ids. */
  rememberedRevision(id: string): number | undefined;
}

export type CommitCheck =
  | { readonly decision: 'ok' }
  /** All of it is there already: the first answer again. */
  | { readonly decision: 'idempotent'; readonly lastRevision: number }
  | { readonly decision: 'wrong-expected-version' }
  | { readonly decision: 'stream-deleted' };

const OK: CommitCheck = { decision: 'ok' };
const WRONG: CommitCheck = { decision: 'wrong-expected-version' };
const DELETED: CommitCheck = { decision: 'stream-deleted' };

/**
 * The rule by which EventStoreDB accepts an append (`IndexWriter.CheckCommit` in its source). An append whose events
 * are at that very place already is a success; when only some of them are, it is a wrong expected version.
 */
export function checkCommit(stream: StreamFacts, expected: ExpectedRevision, ids: readonly string[]): CommitCheck {
  if (stream.tombstoned) return DELETED;
  if (expected === 'stream_exists') {
    if (stream.softDeleted) return DELETED;
    if (stream.lastRevision < 0 && !stream.hasMetadata) return WRONG;
  }
  if (expected === 'any' || expected === 'stream_exists') return checkByMemory(stream, ids);
  return checkByPlace(stream, expected === 'no_stream' ? -1 : Number(expected), ids);
}

function checkByMemory(stream: StreamFacts, ids: readonly string[]): CommitCheck {
  let lastRevision = -1;
  for (const [index, id] of ids.entries()) {
    const revision = stream.rememberedRevision(id);
    if (revision === undefined) return index === 0 ? OK : WRONG;
    lastRevision = revision;
  }
  return ids.length === 0 ? OK : { decision: 'idempotent', lastRevision };
}

function checkByPlace(stream: StreamFacts, expected: number, ids: readonly string[]): CommitCheck {
  if (expected > stream.lastRevision) return WRONG;
  if (expected === stream.lastRevision) return OK;
  for (const [index, id] of ids.entries()) {
    if (stream.idAt(expected + 1 + index) === id) continue;
    return index === 0 && expected === -1 && stream.softDeleted ? OK : WRONG;
  }
  return ids.length === 0 ? WRONG : { decision: 'idempotent', lastRevision: expected + ids.length };
}
