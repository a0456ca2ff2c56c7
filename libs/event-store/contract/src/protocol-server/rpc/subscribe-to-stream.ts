import type { EventLog } from '../log/event-log.js';
import { readEvent } from '../wire/recorded-event.js';
import { streamDeleted } from '../wire/rpc-errors.js';
import { Growth } from './growth.js';
import type { ReadOutlet } from './read.js';
import type { ReadRequest } from './read-request.js';
import { oldestReadable } from './readable.js';
import { caughtUp, confirmation, fellBehind, LIVE_BUFFER } from './subscription-messages.js';

type StreamSubscription = Extract<ReadRequest, { of: 'stream' }>;

/**
 * Every event after a revision, then what comes. A stream that does not exist is waited for.
 * @throws RpcError when the stream is ended by a tombstone.
 */
export async function subscribeToStream(log: EventLog, outlet: ReadOutlet, request: StreamSubscription): Promise<void> {
  const growth = new Growth(log, outlet);
  let next = firstRevision(request, log.stream(request.stream).lastRevision);
  let live = false;
  await outlet.send(confirmation());
  while (outlet.open) {
    const stream = log.stream(request.stream);
    if (stream.tombstoned) throw streamDeleted(request.stream);
    if (live && stream.lastRevision - next >= LIVE_BUFFER) {
      live = false;
      await outlet.send(fellBehind());
    }
    const event = stream.softDeleted ? undefined : stream.events[Math.max(next, stream.firstReadable)];
    if (event !== undefined) {
      next = event.revision + 1;
      if (event.created < oldestReadable(stream.metadata, log.now())) continue;
      const waiting = outlet.send(readEvent(event, request.uuids));
      if (waiting !== undefined) await waiting;
      continue;
    }
    if (!live) {
      live = true;
      await outlet.send(caughtUp());
      continue;
    }
    await growth.next();
  }
}

function firstRevision({ from }: StreamSubscription, lastRevision: number): number {
  if (from === 'start') return 0;
  return (from === 'end' ? lastRevision : from) + 1;
}
