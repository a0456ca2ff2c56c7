import type { Database } from '@liggare/database';
import type { EventStore, Position, RecordedEvent } from '@liggare/kernel';
import { backOff, pause } from '../pause.js';
import type { RuntimeLog } from '../runtime-log.js';
import { collectBatches, writeWhileReading, type Batch } from './collect-batches.js';
import { describeError } from './describe-error.js';
import { CheckpointElsewhere, moveIdle, readCheckpoint, writeBatch, type Member } from './write-batch.js';

export interface RunContext {
  readonly store: EventStore;
  readonly database: Database;
  readonly batchSize: number;
  /** How many copies are written at the same time, each on a connection of its own. */
  readonly concurrency: number;
  readonly log: RuntimeLog;
}

/** Another process leads: this one must stop. */
export class Fenced extends Error {
  constructor(schema: string) {
    super(`another process has moved the checkpoint of ${schema}: this one no longer leads`);
    this.name = 'Fenced';
  }
}

/**
 * Advances copies together along one subscription, from the lowest checkpoint among them. A copy that is gone
 * (discarded) is left out. Ends when the signal is aborted, or with the first time all have caught up if so asked.
 * @throws Fenced another process leads
 */
export async function advanceMembers(
  members: readonly Member[],
  run: RunContext,
  signal: AbortSignal,
  until: 'caught-up' | 'aborted',
): Promise<void> {
  const stop = new AbortController();
  const ended = AbortSignal.any([signal, stop.signal]);
  const after = members.map(({ checkpoint }) => checkpoint).reduce((a, b) => (a < b ? a : b));
  const types = [...new Set(members.flatMap(({ handles }) => [...handles]))];
  const batches = collectBatches(run.store.subscribe({ after, filter: { types }, signal: ended }), run.batchSize);
  const gone = new Set<Member>();
  try {
    await writeWhileReading(batches, async (batch) => {
      await advanceAll(members, batch, run, ended, gone);
      return ended.aborted || (batch.caughtUp && until === 'caught-up') ? 'stop' : 'go on';
    });
  } finally {
    stop.abort();
    await batches.return();
  }
}

async function advanceAll(
  members: readonly Member[],
  { events, position: to }: Batch,
  run: RunContext,
  signal: AbortSignal,
  gone: Set<Member>,
): Promise<void> {
  const behind = members.filter((member) => member.checkpoint < to && !gone.has(member));
  const work = behind.map((member) => ({ member, mine: eventsOf(member, events) }));
  const idle = work.filter(({ mine }) => mine.length === 0).map(({ member }) => member);
  const moved = await untilDone(idle.map(({ copy }) => copy.schema).join(), run, signal, () =>
    moveIdle(run.database, idle, to),
  );
  if (moved === undefined) return;
  for (const member of idle) {
    if (moved.has(member.copy.schema)) member.checkpoint = to;
  }
  // An idle copy that did not move goes the long way, which finds out why.
  const rest = work.filter(({ member }) => member.checkpoint < to);
  const failures: unknown[] = [];
  const lane = async () => {
    for (let next = rest.shift(); next; next = rest.shift()) {
      try {
        if ((await advance(next.member, next.mine, to, run, signal)) === 'gone') gone.add(next.member);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(run.concurrency, rest.length) }, lane));
  if (failures.length > 0) throw failures[0];
}

function eventsOf({ handles, checkpoint }: Member, events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const wanted = (event: RecordedEvent) => handles.has(event.type) && event.position > checkpoint;
  return events.every(wanted) ? events : events.filter(wanted);
}

async function advance(
  member: Member,
  events: readonly RecordedEvent[],
  to: Position,
  run: RunContext,
  signal: AbortSignal,
): Promise<'moved' | 'gone' | 'aborted'> {
  const { schema } = member.copy;
  const from = member.checkpoint;
  const began = performance.now();
  let carefully = false;
  let moved: 'moved' | 'gone' | undefined;
  const done = await untilDone(schema, run, signal, async (attempt) => {
    try {
      const held = await writeBatch(run, member, events, to, carefully);
      if (held > 0) run.log('error', 'a read model holds events back', { schema, held, position: String(to) });
      moved = 'moved';
    } catch (error) {
      // The commit may have succeeded though its answer was lost; or the copy, or the lead, is somebody else's.
      const now = await readCheckpoint(run.database, schema);
      if (now === undefined) moved = 'gone';
      else if (now === to && (attempt > 1 || !(error instanceof CheckpointElsewhere))) moved = 'moved';
      else if (now !== from) throw new Fenced(schema);
      else if (!carefully) carefully = true;
      else throw error;
    }
    return moved;
  });
  if (done === undefined) return 'aborted';
  if (done === 'moved') {
    member.checkpoint = to;
    const seconds = Math.max(0.001, (performance.now() - began) / 1_000);
    member.rate = member.rate === 0 ? events.length / seconds : 0.8 * member.rate + (0.2 * events.length) / seconds;
  }
  return done;
}

/**
 * Calls `attempt` until it gives something; what it throws, other than {@link Fenced}, is not an event's fault (the
 * database is away, a deadlock), so it waits ever longer and tries again. Undefined when the signal was aborted.
 */
async function untilDone<T>(
  what: string,
  run: RunContext,
  signal: AbortSignal,
  attempt: (number: number) => Promise<T | undefined>,
): Promise<T | undefined> {
  for (let number = 1; !signal.aborted; number++) {
    try {
      const result = await attempt(number);
      if (result !== undefined) return result;
    } catch (error) {
      if (error instanceof Fenced) throw error;
      run.log('warn', 'a batch could not be written and is tried again', {
        schema: what,
        attempt: number,
        error: describeError(error),
      });
      await pause(backOff(number), signal);
    }
  }
  return undefined;
}
