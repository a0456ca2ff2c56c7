import { inTransaction, type Database } from '@liggare/database';
import { NotFound, type EventStore, type RecordedEvent } from '@liggare/kernel';
import pg from 'pg';
import type { ProjectionSet } from '../projection-set.js';
import { AppliedPast } from '../run/applied-past.js';
import { applyCarefully } from '../run/apply-carefully.js';
import { holdEvents, loadHeldEvents, releaseEvents, skipEvents, type HeldEvent } from '../run/held-events.js';
import { PROGRESS_CHANNEL } from '../run/write-batch.js';
import { lockVersions, noteFailure } from '../versions/projection-version.js';
import { codeOf, copyOf } from './find-copy.js';

export interface RetryOrder {
  readonly projection: string;
  /** Which copy; the active one unless given. */
  readonly schema?: string | undefined;
  /** Which of the held events: all of one stream, or all. */
  readonly stream?: string | undefined;
  /** The one event to leave out. */
  readonly skip?: string | undefined;
}

export interface RetryResult {
  readonly schema: string;
  readonly applied: number;
  readonly stillHeld: number;
}

/**
 * Applies held events again, in log order, each stream until one fails. The copy's row is locked meanwhile, so the
 * worker's next batch sees either all of it or nothing.
 *
 * @param record writes down that it was done; its failure undoes it
 * @throws NotFound nothing of that description is held
 */
export async function retryHeldEvents(
  database: Database,
  store: EventStore,
  projections: ProjectionSet,
  order: RetryOrder,
  record: (result: RetryResult) => Promise<void>,
): Promise<RetryResult> {
  return inTransaction(database, async (tx) => {
    const copy = copyOf(await lockVersions(tx, order.projection), order.projection, order.schema);
    const projection = codeOf(projections, copy);
    const { schema } = copy;
    const waiting = (await loadHeldEvents(tx, order.projection)).filter(
      (held) => held.schema === schema && (order.stream === undefined || held.stream === order.stream),
    );
    if (waiting.length === 0) throw new NotFound('held event', order.stream ?? order.projection);
    const wanted = waiting.filter(({ eventId }) => eventId !== order.skip);
    const events = await readAgain(store, wanted);
    await skipEvents(
      tx,
      schema,
      waiting.filter((event) => !wanted.includes(event)),
    );
    await tx.query(`set local search_path to ${pg.escapeIdentifier(schema)}, public`);
    const held = await applyCarefully(
      projection,
      events,
      tx,
      new AppliedPast(store, tx, schema, projection),
      new Set(),
    );
    const stillHeld = new Set(held.map(({ event }) => event.eventId));
    await releaseEvents(
      tx,
      schema,
      waiting.filter(({ eventId }) => !stillHeld.has(eventId)),
    );
    await holdEvents(tx, copy, held);
    // A copy that was not switched to because it held events may now be.
    await noteFailure(tx, schema, null);
    const result = { schema, applied: events.length - held.length, stillHeld: held.length };
    await record(result);
    await tx.query(`select pg_notify('${PROGRESS_CHANNEL}', '')`);
    return result;
  });
}

async function readAgain(store: EventStore, held: readonly HeldEvent[]): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (const stream of new Set(held.map((event) => event.stream))) {
    const ofStream = held.filter((event) => event.stream === stream);
    const revisions = new Set(ofStream.map(({ revision }) => revision));
    const last = ofStream.at(-1)!.revision;
    for await (const event of store.readStream(stream, { from: ofStream[0]!.revision })) {
      if (revisions.has(event.revision)) events.push(event);
      if (event.revision >= last) break;
    }
  }
  return events.sort((a, b) => (a.position < b.position ? -1 : 1));
}
