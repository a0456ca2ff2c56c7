import {
  EventIdConflict,
  position,
  WrongExpectedRevision,
  type AppendResult,
  type ExpectedRevision,
} from '@liggare/kernel';
import type pg from 'pg';
import type { AppendRequest } from './append-request.js';
import { jsonArray } from './json-array.js';

type Outcome = 'written' | 'repeated' | 'conflict' | 'wrong-revision';
type Verdict = readonly [outcome: Outcome, revision: string, position: string | null];

/** What is sent for a batch; at most one request per stream. One statement is one transaction. */
export function appendStatement(batch: readonly AppendRequest[]): pg.QueryArrayConfig<unknown[]> {
  const [first] = batch;
  return batch.length === 1 && first?.events.length === 1 ? oneEvent(first) : manyEvents(batch);
}

/** What became of each request of the batch. */
export function verdictsOf(batch: readonly AppendRequest[], row: readonly unknown[]): (AppendResult | Error)[] {
  if (!Array.isArray(row[0])) return [verdictOn(batch[0]!, row as unknown as Verdict)];
  const [outcomes, revisions, positions] = row as [Outcome[], string[], (string | null)[]];
  return batch.map((request, i) => verdictOn(request, [outcomes[i]!, revisions[i]!, positions[i] ?? null]));
}

function verdictOn(request: AppendRequest, [outcome, revision, at]: Verdict): AppendResult | Error {
  if (outcome === 'wrong-revision')
    return new WrongExpectedRevision(request.stream, request.expected, BigInt(revision));
  if (outcome === 'conflict' || at === null) return new EventIdConflict(request.stream);
  return { revision: BigInt(revision), position: position(at), repeated: outcome === 'repeated' };
}

const ONE = 'select outcome, revision, "position" from event_store.append_one($1, $2, $3, $4, $5, $6, $7)';

function oneEvent({ stream, expected, events }: AppendRequest): pg.QueryArrayConfig<unknown[]> {
  const { id, type, recordedAt, data, metadata } = events[0]!;
  const values = [stream, expectedNumber(expected), id, type, recordedAt, data, metadata];
  return { name: 'append_one', text: ONE, values, rowMode: 'array' };
}

const MANY = 'select outcome, revision, "position" from event_store.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)';

function manyEvents(batch: readonly AppendRequest[]): pg.QueryArrayConfig<unknown[]> {
  const requests: number[] = [];
  const places: number[] = [];
  const ids: string[] = [];
  const types: string[] = [];
  const times: string[] = [];
  const data: string[] = [];
  const metadata: string[] = [];
  batch.forEach(({ events }, request) =>
    events.forEach((event, place) => {
      requests.push(request + 1);
      places.push(place);
      ids.push(event.id);
      types.push(event.type);
      times.push(event.recordedAt);
      data.push(event.data);
      metadata.push(event.metadata);
    }),
  );
  const values = [
    batch.map(({ stream }) => stream),
    batch.map(({ expected }) => expectedNumber(expected)),
    batch.map(({ events }) => events.length),
    ...[requests, places, ids, types, times],
    jsonArray(data),
    jsonArray(metadata),
  ];
  return { name: 'append', text: MANY, values, rowMode: 'array' };
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
