import { instant } from '@liggare/kernel';

/** Days of the demonstration; its clock is set by hand, as the log's origin says. */
export const MONDAY = instant('2026-12-07T09:00:00Z');
export const TUESDAY = instant('2026-12-08T09:00:00Z');
/** The day of the attacks. */
export const WEDNESDAY = instant('2026-12-09T09:00:00Z');
