import { addDays, civilDate, type CivilDate } from './civil-date.js';

/** Sunday 0 … Saturday 6. */
export function weekday(date: CivilDate): number {
  return new Date(Date.parse(date)).getUTCDay();
}

/** Easter Sunday in the Gregorian calendar, by the rule of Meeus, Jones and Butcher. @param year 1583 and later */
export function easterSunday(year: number): CivilDate {
  const div = (a: number, b: number) => Math.floor(a / b);
  const [century, ofCentury, golden] = [div(year, 100), year % 100, year % 19];
  const corrections = div(century, 4) + div(century - div(century + 8, 25) + 1, 3);
  const moon = (19 * golden + century - corrections + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * div(ofCentury, 4) - moon - (ofCentury % 4)) % 7;
  const late = div(golden + 11 * moon + 22 * sunday, 451);
  const days = moon + sunday - 7 * late + 114;
  return dayOf(year, div(days, 31), (days % 31) + 1);
}

/** The first such weekday on or after the day. */
function firstOn(from: CivilDate, wanted: number): CivilDate {
  return addDays(from, (wanted - weekday(from) + 7) % 7);
}

/**
 * Public holidays besides Sundays (lagen 1989:253 om allmänna helgdagar): the National Day since 2005, Whit Monday until
 * 2004. @param year 1990 and later
 */
export function swedishHolidays(year: number): readonly CivilDate[] {
  const easter = easterSunday(year);
  return [
    dayOf(year, 1, 1),
    dayOf(year, 1, 6),
    addDays(easter, -2),
    easter,
    addDays(easter, 1),
    dayOf(year, 5, 1),
    addDays(easter, 39),
    addDays(easter, 49),
    year < 2005 ? addDays(easter, 50) : dayOf(year, 6, 6),
    midsummerDay(year),
    firstOn(dayOf(year, 10, 31), SATURDAY),
    dayOf(year, 12, 25),
    dayOf(year, 12, 26),
  ].sort();
}

/** The Saturday from 20 to 26 June. */
function midsummerDay(year: number): CivilDate {
  return firstOn(dayOf(year, 6, 20), SATURDAY);
}

/**
 * A day on which a time limit of law does not run out (2 § lagen 1930:173): Saturdays, Sundays and holidays, and the eves of
 * Midsummer, Christmas and New Year.
 */
export function extendsTimeLimits(date: CivilDate): boolean {
  const day = weekday(date);
  if (day === SATURDAY || day === SUNDAY) return true;
  const year = Number(date.slice(0, 4));
  if (['12-24', '12-31'].includes(date.slice(5)) || date === addDays(midsummerDay(year), -1)) return true;
  return swedishHolidays(year).includes(date);
}

/** The day itself, or the next on which a time limit can run out. */
export function endOfTimeLimit(date: CivilDate): CivilDate {
  let day = date;
  while (extendsTimeLimits(day)) day = addDays(day, 1);
  return day;
}

const SUNDAY = 0;
const SATURDAY = 6;

function dayOf(year: number, month: number, day: number): CivilDate {
  return civilDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}
