import { parseStreamName, type EventStore } from '@liggare/kernel';
import { changesBetween } from '../domain/changes.js';
import { auditEntry, type AuditEntry } from './audit-entry.js';
import { auditedAggregates } from './audited-aggregates.js';

/** Where an event stands: in the log, and in its stream. Numbers as text. */
export interface EventPlace {
  readonly position: string;
  readonly stream: string;
  readonly revision: string;
}

/** The events at these places, in the same order. Each stream is read, and folded, once. */
export async function readEntries(store: EventStore, places: readonly EventPlace[]): Promise<readonly AuditEntry[]> {
  const revisions = new Map<string, bigint[]>();
  for (const { stream, revision } of places) {
    revisions.set(stream, [...(revisions.get(stream) ?? []), BigInt(revision)]);
  }
  const found = new Map<string, AuditEntry>();
  for (const [stream, wanted] of revisions) {
    for await (const entry of entriesOf(store, stream, wanted)) found.set(entry.position, entry);
  }
  return places.map(({ position }) => {
    const entry = found.get(position);
    if (!entry) throw new Error(`the index names an event that the log does not have at position ${position}`);
    return entry;
  });
}

/** The wanted events of a stream with what each changed: the state before it beside the state after it. */
async function* entriesOf(
  store: EventStore,
  stream: string,
  revisions: readonly bigint[],
): AsyncGenerator<AuditEntry, void> {
  const wanted = new Set(revisions);
  const last = revisions.reduce((a, b) => (a > b ? a : b));
  const audited = auditedAggregates.get(parseStreamName(stream).category);
  let state = audited?.aggregate.initialState;
  let meaning: Pick<AuditEntry, 'kind' | 'summary'> = {};
  for await (const event of store.readStream(stream, { limit: Number(last) + 1 })) {
    const before = state;
    if (audited) {
      const { aggregate } = audited;
      const { schemaVersion } = event.metadata;
      const today = aggregate.catalogue.upcast(event.type, schemaVersion, event.data);
      state = aggregate.evolve(before, today);
      meaning = {
        kind: aggregate.catalogue.kindOf(today),
        summary: aggregate.catalogue.definition(event.type).summary,
      };
    }
    if (!wanted.has(event.revision)) continue;
    yield auditEntry(event, meaning, audited && changesBetween(before, state));
  }
}
