import type { LogPosition } from './log-position.js';

/** What became of a write. A revision of -1: the stream has no events. */
export type WriteOutcome =
  | { readonly result: 'success'; readonly lastRevision: number; readonly position: LogPosition | undefined }
  | { readonly result: 'wrong-expected-version'; readonly currentRevision: number }
  | { readonly result: 'stream-deleted' };
