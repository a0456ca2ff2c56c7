import type { CivilDate } from '@liggare/kernel';

/** A `daterange` as PostgreSQL reads it; a bound that is absent is open. */
export function dateRangeText({ from, to }: { readonly from?: CivilDate; readonly to?: CivilDate }): string {
  return `[${from ?? ''},${to ?? ''})`;
}
