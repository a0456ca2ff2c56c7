import type { Transaction } from '@liggare/database';
import {
  parseStreamName,
  type Aggregate,
  type DomainEvent,
  type Projection,
  type RecordedEvent,
} from '@liggare/kernel';
import { BitemporalChanges, type Row, type TableShape } from './bitemporal-table.js';

/** A table whose rows for one aggregate are a pure function of the aggregate's state. */
export interface FoldedTable<State> extends TableShape {
  rows(state: State): readonly Row[];
}

export interface FoldingProjection<State, Event extends DomainEvent> {
  readonly name: string;
  readonly version: number;
  readonly aggregate: Pick<Aggregate<State, never, Event>, 'catalogue' | 'initialState' | 'evolve'>;
  readonly schema: string;
  readonly tables: readonly FoldedTable<State>[];
  /** Name of the table that keeps the states; another one where several kinds of aggregates share a read model. */
  readonly states?: string;
}

/** The aggregates' states, so that the next batch goes on where this one ended. Not for readers. */
const laysStates = (table: string) => `create table ${table} (id uuid primary key, state jsonb not null);`;

/**
 * A read model that folds with the aggregate's own `evolve`: after every event the rows the new state asks for are
 * compared with those of the old, and the difference is recorded at the event's position. Entity and tables can
 * therefore not disagree.
 */
export function foldingProjection<State, Event extends DomainEvent>(
  definition: FoldingProjection<State, Event>,
): Projection<Transaction> {
  const { name, version, aggregate, tables, states: stored = 'state' } = definition;
  return {
    name,
    version,
    handles: aggregate.catalogue.types,
    schema: laysStates(stored) + definition.schema,
    publishes: tables.map(({ table }) => table),
    async apply(events, tx) {
      const states = await loadStates<State>(tx, stored, events);
      const changes = tables.map((table) => ({ table, changes: new BitemporalChanges(table) }));
      for (const event of events) {
        const { id } = parseStreamName(event.stream);
        const before = states.get(id) ?? aggregate.initialState;
        const upcast = aggregate.catalogue.upcast(event.type, event.metadata.schemaVersion, event.data) as Event;
        const after = aggregate.evolve(before, upcast);
        for (const { table, changes: c } of changes) c.change(table.rows(before), table.rows(after), event.position);
        states.set(id, after);
      }
      for (const { changes: c } of changes) await c.write(tx);
      await saveStates(tx, stored, states);
    },
  };
}

async function loadStates<State>(
  tx: Transaction,
  stored: string,
  events: readonly RecordedEvent[],
): Promise<Map<string, State>> {
  const ids = [...new Set(events.map((event) => parseStreamName(event.stream).id))];
  const { rows } = await tx.query<{ id: string; state: State }>(`select id, state from ${stored} where id = any($1)`, [
    ids,
  ]);
  return new Map(rows.map(({ id, state }) => [id, state]));
}

async function saveStates(tx: Transaction, stored: string, states: ReadonlyMap<string, unknown>): Promise<void> {
  await tx.query(
    `insert into ${stored} (id, state) select * from unnest($1::uuid[], $2::jsonb[])
     on conflict (id) do update set state = excluded.state`,
    [[...states.keys()], [...states.values()].map((state) => JSON.stringify(state))],
  );
}
