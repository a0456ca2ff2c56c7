import { bounds, type CivilDate, firstDay, type PartialDate } from '@liggare/kernel';

/** A period's first day without what it is about; absent: until further notice, or not known. */
export function endDay(date: PartialDate | undefined): CivilDate | undefined {
  return date === undefined ? undefined : (bounds(date).earliest ?? bounds(date).before);
}

export function holdsOn(from: PartialDate | undefined, to: PartialDate | undefined, day: CivilDate): boolean {
  const [first, end] = [firstDay(from), endDay(to)];
  return (first === undefined || first <= day) && (end === undefined || day < end);
}
