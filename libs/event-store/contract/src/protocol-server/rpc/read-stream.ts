import type { EventLog } from '../log/event-log.js';
import { streams } from '../wire/messages.js';
import { readEvent } from '../wire/recorded-event.js';
import { streamDeleted } from '../wire/rpc-errors.js';
import { streamIdentifier } from '../wire/stream-identifier.js';
import type { ReadOutlet } from './read.js';
import type { ReadRequest } from './read-request.js';
import { oldestReadable } from './readable.js';

type StreamRead = Extract<ReadRequest, { of: 'stream' }> & { readonly count: number };

/** @throws RpcError when the stream was ended by a tombstone. */
export async function readStream(log: EventLog, outlet: ReadOutlet, request: StreamRead): Promise<void> {
  const stream = log.stream(request.stream);
  if (stream.tombstoned) throw streamDeleted(request.stream);
  if (stream.lastRevision < 0 || stream.softDeleted) {
    const missing = new streams.ReadResp.StreamNotFound().setStreamIdentifier(streamIdentifier(request.stream));
    await outlet.send(new streams.ReadResp().setStreamNotFound(missing));
    return;
  }
  const step = request.backwards ? -1 : 1;
  const since = oldestReadable(stream.metadata, log.now());
  let sent = 0;
  for (let revision = first(request, stream); sent < request.count && outlet.open; revision += step) {
    const event = revision < stream.firstReadable ? undefined : stream.events[revision];
    if (event === undefined) break;
    if (event.created < since) continue;
    const waiting = outlet.send(readEvent(event, request.uuids));
    if (waiting !== undefined) await waiting;
    sent += 1;
  }
  if (request.compatibility > 0)
    await outlet.send(new streams.ReadResp().setLastStreamPosition(String(stream.lastRevision)));
}

function first(
  { from, backwards }: StreamRead,
  stream: { readonly firstReadable: number; readonly lastRevision: number },
): number {
  if (backwards)
    return from === 'start' ? 0 : from === 'end' ? stream.lastRevision : Math.min(from, stream.lastRevision);
  if (from === 'end') return stream.lastRevision + 1;
  return Math.max(from === 'start' ? 0 : from, stream.firstReadable);
}
