import { everything } from '../filters.js';
import type { EventLog } from '../log/event-log.js';
import { comparePositions, firstAtOrAfter, START_OF_LOG, type LogPosition } from '../log/log-position.js';
import { readEvent } from '../wire/recorded-event.js';
import { CheckpointTeller } from './checkpoint-teller.js';
import { Growth } from './growth.js';
import type { ReadOutlet } from './read.js';
import type { ReadRequest } from './read-request.js';
import { checkPosition } from './readable.js';
import { caughtUp, confirmation, fellBehind, LIVE_BUFFER } from './subscription-messages.js';

type AllSubscription = Extract<ReadRequest, { of: 'all' }>;

/** Every event after a position, then what comes; with a filter, those that match, and checkpoints. */
export async function subscribeToAll(log: EventLog, outlet: ReadOutlet, request: AllSubscription): Promise<void> {
  const matches = request.filter?.matches ?? everything;
  const growth = new Growth(log, outlet);
  const after = startOf(log, request);
  let next = after === undefined ? 0 : firstAtOrAfter(log.events, after);
  let live = after !== undefined && comparePositions(after, log.events.at(-1) ?? START_OF_LOG) >= 0;
  const checkpoints =
    request.filter === undefined ? undefined : new CheckpointTeller(request.filter, log, outlet, after);
  await outlet.send(confirmation());
  if (live) await outlet.send(caughtUp());
  while (outlet.open) {
    if (live && log.events.length - next > LIVE_BUFFER) {
      live = false;
      await outlet.send(fellBehind());
      await checkpoints?.tell();
    }
    const event = log.events[next];
    if (event !== undefined) {
      next += 1;
      if (after !== undefined && comparePositions(event, after) <= 0) continue;
      const matching = matches(event);
      if (matching) {
        const waiting = outlet.send(readEvent(event, request.uuids));
        if (waiting !== undefined) await waiting;
      }
      const telling = checkpoints?.considered(event, matching, live);
      if (telling !== undefined) await telling;
      continue;
    }
    if (!live) {
      live = true;
      await checkpoints?.endOfLog();
      await outlet.send(caughtUp());
      continue;
    }
    await growth.next();
  }
}

/** Positions are exclusive here: the event at the position was seen. One behind the end of the log is waited for. */
function startOf(log: EventLog, { from }: AllSubscription): LogPosition | undefined {
  if (from === 'start') return undefined;
  if (from === 'end') return log.events.at(-1);
  checkPosition(log, from);
  return from;
}
