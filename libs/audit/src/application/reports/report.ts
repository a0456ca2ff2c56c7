import type { Database } from '@liggare/database';
import type { CivilDate, EventStore, Position } from '@liggare/kernel';

export type Cell = string | number | null;

export interface ReportColumn {
  readonly key: string;
  readonly sv: string;
  readonly en: string;
}

/** What a report is made of. */
export interface ReportSource {
  readonly store: EventStore;
  readonly database: Database;
}

export interface ReportParameters {
  /** Only what stands up to this position. */
  readonly knownAt: Position;
  /** So many days after the day it is about, a record is not called retroactive. */
  readonly graceDays: number;
  /** Only what this actor recorded. */
  readonly actor?: string;
  /** Only what was recorded on this day or later. */
  readonly since?: CivilDate;
}

/** A report: a table, made anew from the log each time. */
export interface ReportDefinition {
  readonly name: string;
  readonly title: { readonly sv: string; readonly en: string };
  readonly columns: readonly ReportColumn[];
  rows(source: ReportSource, parameters: ReportParameters): AsyncIterable<readonly Cell[]>;
}

export const column = (key: string, sv: string, en: string): ReportColumn => ({ key, sv, en });
