import type { EventLog } from '../log/event-log.js';
import { everything } from '../filters.js';
import { firstAtOrAfter, START_OF_LOG, type LogPosition } from '../log/log-position.js';
import { readEvent } from '../wire/recorded-event.js';
import type { ReadOutlet } from './read.js';
import type { From, ReadRequest } from './read-request.js';
import { checkPosition } from './readable.js';

type AllRead = Extract<ReadRequest, { of: 'all' }> & { readonly count: number };

/** Forwards from a position on, or backwards from what lies before it. What streams hide `$all` shows. */
export async function readAll(log: EventLog, outlet: ReadOutlet, request: AllRead): Promise<void> {
  const matches = request.filter?.matches ?? everything;
  const step = request.backwards ? -1 : 1;
  let sent = 0;
  const start = indexOf(log, request.from);
  for (let index = request.backwards ? start - 1 : start; sent < request.count && outlet.open; index += step) {
    const event = log.events[index];
    if (event === undefined) break;
    if (!matches(event)) continue;
    const waiting = outlet.send(readEvent(event, request.uuids));
    if (waiting !== undefined) await waiting;
    sent += 1;
  }
}

function indexOf(log: EventLog, from: From<LogPosition>): number {
  if (from === 'start') return firstAtOrAfter(log.events, START_OF_LOG);
  if (from === 'end') return log.events.length;
  checkPosition(log, from);
  return firstAtOrAfter(log.events, from);
}
