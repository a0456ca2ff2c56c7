import { parseStreamName, type EventStore, type RecordedEvent } from '@liggare/kernel';
import { auditedAggregates } from '../audited-aggregates.js';
import { ENTRY_COLUMNS, entryCells, entryRows, type EntryRow } from './entry-rows.js';
import { column, type ReportDefinition } from './report.js';

/** Events that say that the register was wrong, and how many times each thing was corrected before. */
export const corrections: ReportDefinition = {
  name: 'corrections',
  title: { sv: 'Rättelser, och rättelser av rättelser', en: 'Corrections, and corrections of corrections' },
  columns: [
    ...ENTRY_COLUMNS,
    column('corrects', 'Rättar', 'Corrects'),
    column('nth', 'Rättelse nummer', 'Correction number'),
    column('again', 'Rättad förut', 'Corrected before'),
  ],
  async *rows(source, parameters) {
    const times = new Map<string, number>();
    const all = { knownAt: parameters.knownAt, graceDays: 0 };
    for await (const row of entryRows(source, all, 'e.event_type = any($5::text[])', correctingTypes())) {
      const event = await eventOf(source.store, row);
      if (!event || !isCorrection(event)) continue;
      const corrects = whatItCorrects(event);
      const key = `${row.stream} ${corrects}`;
      const nth = (times.get(key) ?? 0) + 1;
      times.set(key, nth);
      if (parameters.actor !== undefined && parameters.actor !== row.actor_id) continue;
      if (parameters.since !== undefined && row.local_day < parameters.since) continue;
      yield [...entryCells(row), corrects, nth, nth > 1 ? 'yes' : 'no'];
    }
  },
};

function correctingTypes(): readonly string[] {
  return [...auditedAggregates.values()].flatMap(({ aggregate }) =>
    aggregate.catalogue.definitions.filter(({ corrects }) => corrects !== 'never').map(({ type }) => type),
  );
}

async function eventOf(store: EventStore, { stream, revision }: EntryRow): Promise<RecordedEvent | undefined> {
  for await (const event of store.readStream(stream, { from: BigInt(revision), limit: 1 })) return event;
  return undefined;
}

function isCorrection({ stream, type, metadata, data }: RecordedEvent): boolean {
  const { catalogue } = auditedAggregates.get(parseStreamName(stream).category)!.aggregate;
  return catalogue.kindOf(catalogue.upcast(type, metadata.schemaVersion, data)) === 'knowledge';
}

/** The part that the event names besides its own entity; else the entity itself. */
function whatItCorrects({ stream, data }: RecordedEvent): string {
  const { id } = parseStreamName(stream);
  const { corrects, ...rest } = data as Record<string, unknown>;
  if (typeof corrects === 'string') return corrects;
  const named = Object.entries(rest).find(([key, value]) => key.endsWith('Id') && value !== id);
  return typeof named?.[1] === 'string' ? named[1] : id;
}
