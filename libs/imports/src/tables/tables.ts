import { APPOINTMENTS } from './appointments.js';
import { DECISIONS } from './decisions.js';
import { FOLLOW_UPS } from './follow-ups.js';
import { INITIATIVES } from './initiatives.js';
import type { Table } from './line.js';
import { PERSONS } from './persons.js';

/** Everything that can be imported as a table. */
export const TABLES = [PERSONS, APPOINTMENTS, DECISIONS, INITIATIVES, FOLLOW_UPS] as const;
export const TABLE_NAMES = ['persons', 'appointments', 'decisions', 'initiatives', 'follow-ups'] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** What a file may hold. */
export const CONTENTS = [...TABLE_NAMES, 'popolo'] as const;
export type Content = (typeof CONTENTS)[number];

/** The version of the templates, for the trail; a changed column makes a new one. */
export const TEMPLATE_VERSION = 1;

export function tableNamed(name: string): Table {
  const table = TABLES.find((one) => one.name === name);
  if (!table) throw new RangeError(`no such table: ${JSON.stringify(name)}`);
  return table;
}
