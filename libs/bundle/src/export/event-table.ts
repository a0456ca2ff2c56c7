import type { RecordedEvent } from '@liggare/kernel';

const COLUMNS = [
  'seq',
  'recordedAt',
  'type',
  'stream',
  'rev',
  'actor',
  'role',
  'validFrom',
  'validTo',
  'paragraph',
  'eventId',
] as const;

/** For spreadsheets: UTF-8 with a byte order mark, semicolons, CR LF (RFC 4180). */
export const TABLE_HEAD = `\uFEFF${COLUMNS.join(';')}\r\n`;

/** One event as a row. Nothing personal is in the clear in an event. */
export function tableRow({ type, stream, revision, eventId, data, metadata }: RecordedEvent, seq: number): string {
  const { recordedAt, actor, validFrom, validTo } = metadata;
  const paragraph = (data as { paragraph?: unknown }).paragraph;
  const cells = [seq, recordedAt, type, stream, revision, actor.id, actor.role, validFrom, validTo, paragraph, eventId];
  return `${cells.map(cell).join(';')}\r\n`;
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function cell(value: unknown): string {
  const isNumber = typeof value === 'number' || typeof value === 'bigint';
  const text = isNumber ? String(value) : typeof value === 'string' ? value : '';
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
