import type { CivilDate } from '@liggare/kernel';

/** A name as it was registered. */
export interface DatedName {
  readonly nameId: string;
  /** First day; absent when the source does not say since when. */
  readonly from?: CivilDate;
}

export type NamePeriod<Name extends DatedName> = Name & {
  /** The days on which it is the name: half-open, and without a beginning for the first of them. */
  readonly period: { readonly from?: CivilDate; readonly to?: CivilDate };
};

/**
 * Which name holds when. A name holds until the next one begins; of two that begin on the same day the one registered
 * last holds. The first name also holds before its own first day: nobody is ever nameless.
 * @param names in the order they were registered
 */
export function namePeriods<Name extends DatedName>(names: readonly Name[]): readonly NamePeriod<Name>[] {
  const sorted = names.toSorted((a, b) => compare(a.from, b.from));
  const holding = sorted.filter((name, index) => {
    const next = sorted[index + 1];
    return !next || next.from !== name.from;
  });
  return holding.map((name, index) => {
    const next = holding[index + 1];
    return {
      ...name,
      period: {
        ...(index > 0 && name.from !== undefined ? { from: name.from } : {}),
        ...(next?.from === undefined ? {} : { to: next.from }),
      },
    };
  });
}

/** The name on a day; undefined only when there is no name at all. */
export function nameOn<Name extends DatedName>(names: readonly Name[], day: CivilDate): Name | undefined {
  return namePeriods(names).findLast(({ period }) => period.from === undefined || period.from <= day);
}

function compare(a: CivilDate | undefined, b: CivilDate | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  return b === undefined || a > b ? 1 : -1;
}
