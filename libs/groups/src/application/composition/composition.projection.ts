import type { Transaction } from '@liggare/database';
import { parseStreamName, type DomainEvent, type Projection, type RecordedEvent } from '@liggare/kernel';
import { groupEvents, type GroupEvent } from '../../domain/events.js';
import { evolve } from '../../domain/evolve.js';
import { NO_GROUP, type GroupState } from '../../domain/state.js';
import type { Fold } from './bitemporal-fold.js';
import { FoldCache } from './fold-cache.js';
import { changedSections } from './group-facts.js';
import { WHEN_FILLED } from './guards.js';
import { PERSON_EVENTS, personFold } from './person-fold.js';
import { FACT_TABLES, SCHEMA } from './tables.js';

const groupFold: Fold<GroupState> = {
  initialState: NO_GROUP,
  evolve: (state, event) => evolve(state, event as GroupEvent),
  changedSections,
};

/** The events of people that this read model, or who waits for it, needs to see pass. */
const PEOPLE_EVENTS: readonly string[] = [...PERSON_EVENTS, 'PersonDied'];

export interface CompositionOptions {
  /** How many groups and persons to keep folded in memory. */
  readonly cacheSize?: number;
}

/**
 * Who sits where, on both time axes: groups, seats, memberships, roles, function seats, vacancies, the party of the
 * holders, and who proved to be one. One writer at a time; it keeps the folded streams in memory and finds out by itself when they no longer
 * agree with the tables.
 */
export function compositionProjection({ cacheSize = 1_000 }: CompositionOptions = {}): Projection<Transaction> {
  const cache = new FoldCache(cacheSize, (category) => (category === 'group' ? groupFold : personFold));
  return {
    name: 'composition',
    version: 3,
    handles: [...groupEvents.types, ...PEOPLE_EVENTS],
    schema: SCHEMA,
    whenFilled: WHEN_FILLED,
    publishes: [...FACT_TABLES.map(({ name }) => name), 'progress'],
    apply: (events, tx, past) => cache.apply(events, today, tx, past),
  };
}

/** The event in today's form, without what no fact depends on. */
function today({ stream, type, metadata, data }: RecordedEvent): DomainEvent {
  if (parseStreamName(stream).category !== 'group') return { type, data };
  const event = groupEvents.upcast(type, metadata.schemaVersion, data) as GroupEvent;
  if (event.type !== 'InstructionAdopted' && event.type !== 'InstructionCorrected') return event;
  const { purpose: _p, tasks: _t, rules: _r, ...rest } = event.data;
  return { type, data: rest };
}
