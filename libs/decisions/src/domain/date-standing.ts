import { addDays, bounds, type CivilDate, type PartialDate } from '@liggare/kernel';

/** Where a day stands to something whose date may be known in part only. */
export type DateStanding = 'before' | 'undecided' | 'reached';

/**
 * Has what happened on `date` happened by the end of `day`? `undecided` where the partial date allows both: something
 * of 2023 may or may not have happened by 1 March 2023.
 */
export function standingOf(date: PartialDate, day: CivilDate): DateStanding {
  const { earliest, before } = bounds(date);
  if (earliest !== undefined && day < earliest) return 'before';
  return before !== undefined && addDays(before, -1) <= day ? 'reached' : 'undecided';
}
