import type { DomainEvent, Position } from '@liggare/kernel';
import { sameFact, type Fact, type Section } from './fact.js';

/** An event on its way through a fold. */
export interface FoldedEvent {
  readonly event: DomainEvent;
  readonly position: Position;
  readonly eventId: string;
}

/** How the events of one kind of stream become facts. Pure. */
export interface Fold<State> {
  readonly initialState: State;
  evolve(state: State, event: DomainEvent): State;
  /** The sections of facts that may differ between the two states, complete. */
  changedSections(streamId: string, before: State, after: State): readonly Section[];
}

/** A row of a fact table. Its key is (recordedFrom, ordinal): the same events always give the same rows. */
export interface FactRow {
  readonly fact: Fact;
  readonly recordedFrom: Position;
  readonly ordinal: number;
  readonly eventId: string;
  /** Position of the event after which it was no longer believed. */
  recordedTo?: Position;
  /** Already in the table? */
  written: boolean;
}

/** Where rows that begin and rows that end go. */
export interface RowSink {
  opened(row: FactRow): void;
  closed(row: FactRow): void;
}

/** Takes rows that are in the tables already: for folding again what was folded before. */
export const alreadyWritten: RowSink = {
  opened: (row) => void (row.written = true),
  closed: () => undefined,
};

/**
 * One stream's state and the rows that are believed of it now. After each event the facts of the new state are compared
 * with the open rows: what is no longer so is closed at the event's position, what is new is opened there. Nothing is
 * ever changed otherwise, so what was known at a position stays readable.
 */
export class FoldedStream<State> {
  private state: State;
  private readonly open = new Map<string, readonly FactRow[]>();

  constructor(
    private readonly id: string,
    private readonly fold: Fold<State>,
  ) {
    this.state = fold.initialState;
  }

  apply({ event, position, eventId }: FoldedEvent, sink: RowSink): void {
    const before = this.state;
    this.state = this.fold.evolve(before, event);
    let ordinal = 0;
    for (const { key, facts } of this.fold.changedSections(this.id, before, this.state)) {
      const old = this.open.get(key) ?? NO_ROWS;
      const rows: FactRow[] = [];
      const opened: FactRow[] = [];
      for (const fact of facts) {
        const known = old.find((row) => sameFact(row.fact, fact));
        const row = known ?? { fact, recordedFrom: position, ordinal: ordinal++, eventId, written: false };
        rows.push(row);
        if (!known) opened.push(row);
      }
      for (const row of old) if (!rows.includes(row)) close(row, position, sink);
      for (const row of opened) sink.opened(row);
      if (rows.length > 0) this.open.set(key, rows);
      else this.open.delete(key);
    }
  }
}

const NO_ROWS: readonly FactRow[] = [];

function close(row: FactRow, position: Position, sink: RowSink): void {
  row.recordedTo = position;
  sink.closed(row);
}
