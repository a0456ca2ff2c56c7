import { extendsTimeLimits, type CivilDate } from '@liggare/kernel';
import { ENTRY_COLUMNS, entryCells, entryRows, type EntryRow } from './entry-rows.js';
import { column, type ReportDefinition } from './report.js';

const VALID_FROM = column('validFrom', 'Gäller från', 'Valid from');

/** On events, never on the rows of read models: a row that was split keeps its old day. */
export const retroactive: ReportDefinition = {
  name: 'retroactive',
  title: { sv: 'Registrerat i efterhand', en: 'Recorded afterwards' },
  columns: [...ENTRY_COLUMNS, VALID_FROM, column('daysLate', 'Dagar efter', 'Days late')],
  async *rows(source, parameters) {
    for await (const row of entryRows(source, parameters, 'e.days > $5::int', parameters.graceDays)) {
      yield [...entryCells(row), row.valid_from, row.days];
    }
  },
};

export const futureDated: ReportDefinition = {
  name: 'future-dated',
  title: { sv: 'Registrerat i förväg', en: 'Recorded ahead' },
  columns: [...ENTRY_COLUMNS, VALID_FROM, column('daysAhead', 'Dagar före', 'Days ahead')],
  async *rows(source, parameters) {
    for await (const row of entryRows(source, parameters, 'e.days < 0')) {
      yield [...entryCells(row), row.valid_from, -row.days!];
    }
  },
};

const LOCAL = [column('localDay', 'Dag', 'Day'), column('localTime', 'Klockslag', 'Time of day')];

export const actor: ReportDefinition = {
  name: 'actor',
  title: { sv: 'Allt som någon registrerat', en: 'Everything that somebody recorded' },
  columns: [...ENTRY_COLUMNS, ...LOCAL, column('officeHours', 'Kontorstid', 'Office hours')],
  async *rows(source, parameters) {
    for await (const row of entryRows(source, parameters)) {
      yield [...entryCells(row), row.local_day, row.local_time, isOfficeHours(row) ? 'yes' : 'no'];
    }
  },
};

export const outsideOfficeHours: ReportDefinition = {
  name: 'outside-office-hours',
  title: { sv: 'Registrerat utom kontorstid', en: 'Recorded outside office hours' },
  columns: [...ENTRY_COLUMNS, ...LOCAL],
  async *rows(source, parameters) {
    for await (const row of entryRows(source, parameters, `e.actor_role <> 'policy'`)) {
      if (!isOfficeHours(row)) yield [...entryCells(row), row.local_day, row.local_time];
    }
  },
};

/** Working days, 07:00–18:00 in the municipality. */
function isOfficeHours({ local_day: day, local_time: time }: EntryRow): boolean {
  return time >= '07:00' && time < '18:00' && !extendsTimeLimits(day as CivilDate);
}
