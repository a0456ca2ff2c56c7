import type { Database } from '@liggare/database';
import {
  EventIdConflict,
  NO_EVENTS,
  position,
  WrongExpectedRevision,
  type AppendResult,
  type ExpectedRevision,
  type NewEvent,
} from '@liggare/kernel';
import pg from 'pg';

/** As the event was when it was appended, whatever its writer does to it while it waits. */
interface SerialisedEvent {
  readonly id: string;
  readonly type: string;
  readonly recordedAt: string;
  readonly data: string;
  readonly metadata: string;
}

interface Request {
  readonly stream: string;
  readonly events: readonly SerialisedEvent[];
  readonly size: number;
  readonly expected: ExpectedRevision;
  resolve(result: AppendResult): void;
  reject(error: unknown): void;
}

type Verdict = readonly [
  stream: string,
  outcome: 'written' | 'repeated' | 'conflict',
  revision: string | null,
  position: string | null,
];

/** How many events, and how many characters of them, go into one transaction at the most. A larger append goes alone. */
const BATCH_EVENTS = 1_000;
const BATCH_CHARACTERS = 16_000_000;

/**
 * Group commit: appends that are waiting while a transaction runs go into the next one together, so that the price of
 * a commit is shared. At most one append per stream is in a batch: the second is decided on what the first has done.
 */
export class AppendQueue {
  private waiting: Request[] = [];
  private running = false;

  constructor(private readonly database: Database) {}

  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      const serialised = events.map(serialise);
      const size = serialised.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
      this.waiting.push({ stream, events: serialised, size, expected, resolve, reject });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    // Whoever appends in the same turn of the event loop comes along.
    await Promise.resolve();
    while (this.waiting.length > 0) await this.write(this.nextBatch());
    this.running = false;
  }

  private nextBatch(): readonly Request[] {
    const batch: Request[] = [];
    const later: Request[] = [];
    const streams = new Set<string>();
    let events = 0;
    let size = 0;
    for (const request of this.waiting) {
      const small = events + request.events.length <= BATCH_EVENTS && size + request.size <= BATCH_CHARACTERS;
      const fits = !streams.has(request.stream) && (events === 0 || small);
      streams.add(request.stream);
      if (fits) {
        batch.push(request);
        events += request.events.length;
        size += request.size;
      } else {
        later.push(request);
      }
    }
    this.waiting = later;
    return batch;
  }

  private async write(batch: readonly Request[]): Promise<void> {
    try {
      const query = { name: 'append', text: APPEND, values: columns(batch), rowMode: 'array' as const };
      const { rows } = await this.database.query<never>(query);
      const verdicts = new Map((rows as unknown as Verdict[]).map((verdict) => [verdict[0], verdict]));
      for (const request of batch) {
        const verdict = verdicts.get(request.stream);
        if (verdict) settle(request, verdict);
        else request.reject(await this.wrongRevision(request));
      }
    } catch (error) {
      if (batch.length === 1) batch[0]!.reject(isTakenId(error) ? new EventIdConflict(batch[0]!.stream) : error);
      // One request may have spoilt the transaction for its neighbours (a text PostgreSQL does not take, say).
      // Ids are deterministic: if the transaction was committed after all, each is found to be there already.
      else for (const request of batch) await this.write([request]);
    }
  }

  private async wrongRevision(request: Request): Promise<WrongExpectedRevision> {
    const { rows } = await this.database.query<{ revision: string }>(
      'select revision from event_store.stream where name = $1',
      [request.stream],
    );
    return new WrongExpectedRevision(request.stream, request.expected, BigInt(rows[0]?.revision ?? NO_EVENTS));
  }
}

const APPEND = `select stream, outcome, revision, "position" from event_store.append(
  $1::text[], $2::bigint[], $3::int[], $4::uuid[], $5::text[], $6::timestamptz[], $7::text[], $8::text[])`;

/** One array per column, one element per event, as `event_store.append` wants them. */
function columns(batch: readonly Request[]): unknown[] {
  const streams: string[] = [];
  const expected: string[] = [];
  const places: number[] = [];
  const events: SerialisedEvent[] = [];
  for (const request of batch) {
    request.events.forEach((event, place) => {
      streams.push(request.stream);
      expected.push(expectedNumber(request.expected));
      places.push(place);
      events.push(event);
    });
  }
  return [
    streams,
    expected,
    places,
    events.map(({ id }) => id),
    events.map(({ type }) => type),
    events.map(({ recordedAt }) => recordedAt),
    events.map(({ data }) => data),
    events.map(({ metadata }) => metadata),
  ];
}

function serialise({ eventId, type, data, metadata }: NewEvent): SerialisedEvent {
  const { recordedAt } = metadata;
  return { id: eventId, type, recordedAt, data: JSON.stringify(data), metadata: JSON.stringify(metadata) };
}

/** One id stands twice in the append: those that are in the log have been looked for. */
function isTakenId(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.constraint === 'event_event_id_key';
}

function expectedNumber(expected: ExpectedRevision): string {
  switch (expected) {
    case 'any':
      return '-3';
    case 'stream-exists':
      return '-2';
    case 'no-stream':
      return '-1';
    default:
      return expected.toString();
  }
}

function settle(request: Request, [stream, outcome, revision, at]: Verdict): void {
  if (outcome === 'conflict' || revision === null || at === null) request.reject(new EventIdConflict(stream));
  else request.resolve({ revision: BigInt(revision), position: position(at), repeated: outcome === 'repeated' });
}
