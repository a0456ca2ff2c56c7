import type { Period } from '../../domain/period.js';
import type { View } from '../../domain/views.js';

/** A column of a fact table, without those that every fact table has. */
export interface Column {
  readonly name: string;
  readonly type: 'uuid' | 'integer' | 'smallint' | 'text' | 'date';
}

/**
 * A table of facts on two time axes. Besides its columns it has `view`, `valid daterange`, `recorded_from` and `recorded_to`
 * (log positions), `ordinal` (which row of that event) and `event_id` (what made us know).
 */
export interface FactTable {
  readonly name: string;
  readonly columns: readonly Column[];
}

export type Cell = string | number | undefined;

/** One row's worth of what is true, without when it was recorded. */
export interface Fact {
  readonly table: FactTable;
  /** Tells the facts of one section and table apart. */
  readonly key: string;
  /** In the order of the table's columns. */
  readonly cells: readonly Cell[];
  readonly valid: Period;
  /** Absent: it holds in both views. */
  readonly view?: View;
}

/** The facts that one part of an aggregate's state gives rise to; they are looked at again only when that changes. */
export interface Section {
  readonly key: string;
  readonly facts: readonly Fact[];
}

export function sameFact(a: Fact, b: Fact): boolean {
  if (a.table !== b.table || a.key !== b.key || a.view !== b.view) return false;
  if (a.valid.from !== b.valid.from || a.valid.to !== b.valid.to) return false;
  return a.cells.every((cell, i) => cell === b.cells[i]);
}
