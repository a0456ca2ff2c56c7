import { addDays, isCivilDate, isPartialDate, UNKNOWN_DATE, type CivilDate, type PartialDate } from '@liggare/kernel';
import { dayOfSerial } from '../parsing/excel-dates.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

/** A date as people and Excel write it: `2023-05-01`, `20230501`, `1/5 2023`, `1 maj 2023`, `45047`; or undefined. */
export function readDay(text: string): CivilDate | undefined {
  if (isCivilDate(text)) return text;
  if (/^\d{5}(\.\d+)?$/.test(text)) return dayOfSerial(Number(text));
  const written =
    parts(/^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/, text) ??
    parts(/^(?<year>\d{4})[/.](?<month>\d{1,2})[/.](?<day>\d{1,2})$/, text) ??
    parts(/^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2})?)?$/, text) ??
    parts(/^(?<day>\d{1,2})[/.](?<month>\d{1,2})[/. ](?<year>\d{4})$/, text) ??
    parts(/^(?:den )?(?<day>\d{1,2}) (?<word>[a-z]{3,9})\.? (?<year>\d{4})$/, text);
  return written && isCivilDate(written) ? written : undefined;
}

/** The same, or less than a day: a month, a year, an interval, `okänt`. */
export function readPartial(text: string): PartialDate | undefined {
  const plain = text.toLowerCase();
  if (['okänt', 'okänd', 'unknown', '?'].includes(plain)) return UNKNOWN_DATE;
  const day = readDay(text);
  if (day !== undefined) return day as string as PartialDate;
  const month = /^(?<word>[a-z]{3,9})\.? (?<year>\d{4})$/.exec(plain)?.groups;
  const written = month ? `${month['year']}-${monthOf(month['word'] ?? '')}` : text;
  return isPartialDate(written) ? written : undefined;
}

/** "Till och med": a known last day becomes the first day after it; what is less than a day stays as it stands. */
export function dayAfter(last: PartialDate): PartialDate {
  return isCivilDate(last) ? (addDays(last, 1) as string as PartialDate) : last;
}

function parts(form: RegExp, text: string): string | undefined {
  const found = form.exec(text.toLowerCase())?.groups;
  if (!found) return undefined;
  const month = found['word'] === undefined ? (found['month'] ?? '') : monthOf(found['word']);
  return `${found['year']}-${month.padStart(2, '0')}-${(found['day'] ?? '').padStart(2, '0')}`;
}

function monthOf(word: string): string {
  return String(MONTHS.indexOf(word.slice(0, 3)) + 1).padStart(2, '0');
}
