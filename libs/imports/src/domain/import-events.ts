import { defineEvent, EventCatalogue, field, type EventOf } from '@liggare/kernel';
import { Type } from '@sinclair/typebox';

/** How an import may come to be written. */
export const FORMATS = ['csv', 'xlsx', 'popolo'] as const;
export type Format = (typeof FORMATS)[number];

const importId = field.uuid('The import');
const count = (description: string) => Type.Integer({ minimum: 0, description });

export const ImportRegistered = defineEvent('ImportRegistered', {
  sv: 'En fil har lämnats in för att föras in i registret; ännu är inget av den infört',
  en: 'A file was handed in to be recorded in the register; nothing of it is recorded yet',
  data: field.object({
    importId,
    content: field.text('What the file holds: the name of its template, or `popolo`'),
    format: field.oneOf(FORMATS, 'How it is written'),
    template: Type.Integer({ minimum: 1, description: 'Version of the template it was read by' }),
    sha256: field.text('SHA-256 of the file, hex'),
    rows: count('How many rows it has'),
  }),
});

export const ImportChecked = defineEvent('ImportChecked', {
  sv: 'Filen har prövats rad för rad mot registret, utan att något infördes',
  en: 'The file was tried row by row against the register; nothing was recorded',
  data: field.object({
    importId,
    rows: count('Rows that were tried'),
    errors: count('Errors; with any, nothing of the file is recorded'),
    warnings: count('Warnings'),
  }),
});

export const ImportStarted = defineEvent('ImportStarted', {
  sv: 'Filens rader börjar föras in; allt eller inget',
  en: 'The rows of the file begin to be recorded; all or nothing',
  data: field.object({ importId }),
});

export const ImportExecuted = defineEvent('ImportExecuted', {
  sv: 'Filens alla rader är införda',
  en: 'All rows of the file are recorded',
  data: field.object({ importId, rows: count('Rows'), events: count('Events that they made') }),
});

export const ImportFailed = defineEvent('ImportFailed', {
  sv: 'En rad gick inte att föra in, för registret hade ändrats sedan prövningen; det som redan var infört rättas bort',
  en: 'A row could not be recorded, as the register had changed since the trial; what was recorded is corrected away',
  data: field.object({
    importId,
    row: Type.Integer({ minimum: 1, description: 'The row' }),
    rule: field.text('The rule that it broke'),
  }),
});

export const ReversalStarted = defineEvent('ReversalStarted', {
  sv: 'Allt som filen förde in börjar rättas bort',
  en: 'Everything that the file recorded begins to be corrected away',
  data: field.object({ importId, reason: field.optional(field.sealed('Why the import was wrong')) }),
});

export const ImportReversed = defineEvent('ImportReversed', {
  sv: 'Det filen förde in är rättat som felaktigt infört; poster som andra har byggt vidare på står kvar',
  en: 'What the file recorded is corrected as recorded in error; entries that others have built on stay',
  data: field.object({
    importId,
    events: count('Corrections that it took'),
    kept: field.optional(count('Entries that stay because others have built on them')),
  }),
});

export const importEvents = new EventCatalogue([
  ImportRegistered,
  ImportChecked,
  ImportStarted,
  ImportExecuted,
  ImportFailed,
  ReversalStarted,
  ImportReversed,
]);
export type ImportEvent = EventOf<(typeof importEvents.definitions)[number]>;
