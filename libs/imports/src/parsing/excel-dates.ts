import { addDays, civilDate, type CivilDate } from '@liggare/kernel';

/** The day before day 1 of Excel's calendar, as all days from 1900-03-01 count: Excel thinks 1900 was a leap year. */
const BEFORE_1900 = civilDate('1899-12-30');
/** Day 0 of workbooks made with the other calendar (`date1904`). */
const DAY_0_OF_1904 = civilDate('1904-01-01');
/** 9999-12-31; nothing later is a date in Excel. */
const LAST_SERIAL = 2_958_465;

/** The day behind Excel's serial number; the time of the day is left out. Undefined when it is none. */
export function dayOfSerial(serial: number, date1904 = false): CivilDate | undefined {
  const days = Math.floor(serial);
  if (date1904) return days >= 0 && days <= LAST_SERIAL - 1_462 ? addDays(DAY_0_OF_1904, days) : undefined;
  // Before 1900-03-01 the calendars differ by a day; nobody means such a date.
  return days >= 61 && days <= LAST_SERIAL ? addDays(BEFORE_1900, days) : undefined;
}

const BUILT_IN_DATES = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58];

/** Whether numbers of this format are shown as dates (ECMA-376 part 1, 18.8.30). */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DATES.includes(id);
  // What is quoted, escaped or in brackets is text, colour or elapsed time.
  const bare = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return /[yYåÅ]/.test(bare) || (/[dD]/.test(bare) && /[mM]/.test(bare));
}
