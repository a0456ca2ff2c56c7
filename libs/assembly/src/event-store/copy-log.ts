import { NotFound, OtherOrigin, Refusal, type LogIdentity, type RecordedEvent } from '@liggare/kernel';
import { commonBeginning, compareLogs } from './compare-logs.js';
import type { OpenedLog } from './opened-log.js';

/** Events that are read ahead, and written at once, and about how many characters of them. */
const BATCH_EVENTS = 1_000;
const BATCH_CHARACTERS = 4_000_000;

export interface CopyProgress {
  readonly doing: 'comparing' | 'copying' | 'verifying';
  readonly events: number;
  /** Of the whole: 0 … 1. */
  readonly part: number;
}

export interface CopiedLog {
  readonly origin: Pick<LogIdentity, 'name' | 'clock'>;
  /** In the log, and in its copy. */
  readonly events: number;
  /** Written now; the others were there already. */
  readonly copied: number;
  /** Of both logs, see `LogChain`. */
  readonly hash: string;
}

/**
 * Copies a log, every event with its id, stream, revision, type, data and metadata, in its order, and compares the two
 * at the end. Positions are the store's own. What is there already must be the beginning of the log: so a copy that
 * was cut off is simply made again, and nothing else is ever written over. Nobody else may write to either meanwhile.
 * @throws NotFound there is no log; OtherOrigin, Refusal `same-log`, `logs-differ`, `log-has-more` the target holds
 *   something else; `log-has-less` the log went on while it was verified
 */
export async function copyLog(
  from: OpenedLog,
  to: OpenedLog,
  onProgress: (progress: CopyProgress) => void = () => undefined,
): Promise<CopiedLog> {
  const origin = await from.readOrigin();
  if (!origin) throw new NotFound('log', 'to copy from: nobody has opened one there');
  const found = await to.readOrigin();
  if (found?.id === origin.id) throw new Refusal('same-log', 'this is the log itself, not a place for a copy');
  if (found && (found.name !== origin.name || found.clock !== origin.clock)) throw new OtherOrigin(found, origin);
  const telling = (doing: CopyProgress['doing']) => (events: number, part: number) =>
    onProgress({ doing, events, part });
  const begun = await commonBeginning(from.store, to.store, telling('comparing'));
  const there = begun.chain.events;
  await to.openOrigin({ name: origin.name, clock: origin.clock });

  const tell = telling('copying');
  const end = await from.store.head();
  let written = { last: begun.last, events: there };
  let writing: Promise<typeof written> = Promise.resolve(written);
  for await (const batch of batchesOf(begun.rest)) {
    // The next batch is read while this one is written.
    written = await writing;
    tell(written.events, Number(batch[0]!.position) / Math.max(1, Number(end)));
    const { last, events } = written;
    writing = to.writeCopied(last, batch).then((now) => ({ last: now, events: events + batch.length }));
    writing.catch(() => undefined);
  }
  const { events } = await writing;
  const verified = await compareLogs(from.store, to.store, telling('verifying'));
  const { name, clock } = origin;
  return { origin: { name, clock }, events: verified.events, copied: events - there, hash: verified.hex };
}

async function* batchesOf(events: AsyncIterator<RecordedEvent>): AsyncGenerator<readonly RecordedEvent[]> {
  let batch: RecordedEvent[] = [];
  let size = 0;
  for (let next = await events.next(); !next.done; next = await events.next()) {
    batch.push(next.value);
    size += JSON.stringify(next.value.data).length;
    if (batch.length < BATCH_EVENTS && size < BATCH_CHARACTERS) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}
