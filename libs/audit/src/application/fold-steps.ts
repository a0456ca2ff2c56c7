import { streamName, type EventStore, type Position, type RecordedEvent } from '@liggare/kernel';
import type { AuditedAggregate } from './audited-aggregates.js';
import { responsible, type Responsible } from './responsible.js';

/** An entity after one of its events. */
export interface FoldStep {
  /** With data in today's form. */
  readonly event: RecordedEvent;
  readonly by: Responsible;
  readonly state: unknown;
}

/** An entity event by event, up to a position: read from the log and folded with the rules of its aggregate. */
export async function* foldSteps(
  store: EventStore,
  { aggregate }: AuditedAggregate,
  id: string,
  upTo?: Position,
): AsyncGenerator<FoldStep, void> {
  let state = aggregate.initialState;
  for await (const stored of store.readStream(streamName(aggregate.category, id))) {
    if (upTo !== undefined && stored.position > upTo) return;
    const today = aggregate.catalogue.upcast(stored.type, stored.metadata.schemaVersion, stored.data);
    state = aggregate.evolve(state, today);
    const event = { ...stored, data: today.data };
    const { summary } = aggregate.catalogue.definition(stored.type);
    yield { event, by: responsible(event, { kind: aggregate.catalogue.kindOf(today), summary }), state };
  }
}
