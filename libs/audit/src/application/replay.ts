import { stateDigest, streamDigest, type StreamDigest } from '@liggare/evidence';
import { NO_EVENTS, parseStreamName, START, type EventStore, type Position } from '@liggare/kernel';
import { auditedAggregates } from './audited-aggregates.js';

export interface ReplayOptions {
  /** Only the first so many events; all of them unless given. */
  readonly size?: number;
  /** Only what stands up to this position. */
  readonly upTo?: Position;
  /** Called now and then, and at the end; `total` grows while the events are counted. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** What a log says after its first `size` events. */
export interface Replayed {
  readonly size: number;
  /** Of the last event. */
  readonly position: Position;
  /** See `stateDigest` of the evidence library. */
  readonly digest: string;
  /** Entities in the digest. */
  readonly streams: number;
  /** Streams of the machinery itself, which no aggregate folds: they are not in the digest. */
  readonly unfolded: number;
}

/** The log does not hang together: a stream lacks events that the log has, or has others. */
export class ReplayBroken extends Error {
  constructor(stream: string) {
    super(`stream ${stream} does not have the events that the log has of it`);
    this.name = 'ReplayBroken';
  }
}

const REPORT_EVERY = 500;

/**
 * Replays the log from its first event with the rules of the aggregates and nothing else: no read model is asked.
 * Reads it twice, once in order to learn which streams there are and how long, and then stream by stream, so that only
 * one state is held at a time; of every stream its name and a hash are kept.
 * @throws ReplayBroken
 * @throws InvalidEvent an event that no program ever wrote like this
 */
export async function replay(store: EventStore, options: ReplayOptions = {}): Promise<Replayed> {
  const { onProgress = () => undefined, signal } = options;
  const { revisions, size, position } = await streamsOf(store, options);
  const digests: StreamDigest[] = [];
  let [done, unfolded] = [size, 0];
  for (const stream of [...revisions.keys()].sort()) {
    signal?.throwIfAborted();
    const last = revisions.get(stream)!;
    const digest = await folded(store, stream, last);
    if (digest) digests.push(digest);
    else unfolded++;
    const before = done;
    done += Number(last) + 1;
    if (Math.floor(before / REPORT_EVERY) < Math.floor(done / REPORT_EVERY)) onProgress(done, 2 * size);
  }
  onProgress(2 * size, 2 * size);
  return { size, position, digest: stateDigest(digests), streams: digests.length, unfolded };
}

async function streamsOf(store: EventStore, { size: limit, upTo, onProgress, signal }: ReplayOptions) {
  const revisions = new Map<string, bigint>();
  let [size, position] = [0, START];
  if (limit === 0) return { revisions, size, position };
  for await (const event of store.readAll(limit === undefined ? {} : { limit })) {
    if (upTo !== undefined && event.position > upTo) break;
    if (event.revision !== (revisions.get(event.stream) ?? NO_EVENTS) + 1n) throw new ReplayBroken(event.stream);
    revisions.set(event.stream, event.revision);
    position = event.position;
    if (++size % REPORT_EVERY === 0) {
      signal?.throwIfAborted();
      onProgress?.(size, 2 * (limit ?? size));
    }
  }
  return { revisions, size, position };
}

/** Undefined for a stream that no aggregate folds. */
async function folded(store: EventStore, stream: string, last: bigint): Promise<StreamDigest | undefined> {
  const audited = auditedAggregates.get(parseStreamName(stream).category);
  if (!audited) return undefined;
  const { aggregate } = audited;
  let state = aggregate.initialState;
  let next = 0n;
  for await (const event of store.readStream(stream, { limit: Number(last) + 1 })) {
    if (event.revision !== next++) throw new ReplayBroken(stream);
    state = aggregate.evolve(state, aggregate.catalogue.upcast(event.type, event.metadata.schemaVersion, event.data));
  }
  if (next !== last + 1n) throw new ReplayBroken(stream);
  return streamDigest({ stream, rev: Number(last), state });
}
