import { position, type CivilDate, type Position } from '@liggare/kernel';
import { corrections } from './corrections-report.js';
import { actor, futureDated, outsideOfficeHours, retroactive } from './dated-reports.js';
import { gaps } from './gaps-report.js';
import type { Cell, ReportColumn, ReportDefinition, ReportParameters, ReportSource } from './report.js';
import { erasures, keys } from './typed-reports.js';

/** Every report there is. */
export const REPORTS: readonly ReportDefinition[] = [
  ...[retroactive, futureDated, corrections, gaps, actor, outsideOfficeHours, erasures, keys],
];

/** A report that is made: what it says of itself, and its rows as they come. */
export interface MadeReport {
  readonly name: string;
  readonly title: { readonly sv: string; readonly en: string };
  readonly columns: readonly ReportColumn[];
  /** The last position it looked at. */
  readonly knownAt: Position;
  readonly rows: AsyncIterable<readonly Cell[]>;
}

export interface ReportOrder {
  readonly knownAt?: Position;
  readonly graceDays?: number;
  readonly actor?: string;
  readonly since?: CivilDate;
}

/** Makes a report of the log as far as the index of the audit trail has it. */
export async function makeReport(
  source: ReportSource,
  definition: ReportDefinition,
  order: ReportOrder = {},
): Promise<MadeReport> {
  const { graceDays = 30, knownAt, ...rest } = order;
  const { rows } = await source.database.query<{ last: string }>(
    'select coalesce(max(position), 0)::text as last from audit_trail.entry',
  );
  const last = position(rows[0]!.last);
  const upTo = knownAt !== undefined && knownAt < last ? knownAt : last;
  const parameters: ReportParameters = { ...rest, graceDays, knownAt: upTo };
  const { name, title, columns } = definition;
  return { name, title, columns, knownAt: upTo, rows: definition.rows(source, parameters) };
}
