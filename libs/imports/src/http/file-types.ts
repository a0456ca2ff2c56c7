import { Problem } from '@liggare/platform';
import type { HandedIn } from '../application/imports.js';
import type { Format } from '../domain/import-events.js';
import type { Content } from '../tables/tables.js';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const FORMAT_OF: Readonly<Record<string, Format>> = {
  'text/csv': 'csv',
  [XLSX_TYPE]: 'xlsx',
  'application/vnd.popolo+json': 'popolo',
};

/** How the file is written, by its media type. @throws Problem 415 */
export function handedInAs(content: Content, contentType: string | undefined): HandedIn {
  const format = FORMAT_OF[(contentType ?? '').split(';')[0]!.trim().toLowerCase()];
  if (format === undefined || (content === 'popolo') !== (format === 'popolo')) {
    throw new Problem('unsupported-media-type', {
      detail: 'tables are sent as text/csv or as an XLSX workbook, Popolo as application/vnd.popolo+json',
    });
  }
  return { content, format };
}
