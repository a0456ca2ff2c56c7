import type { InitiativeState, StoredDescription } from './initiative.js';
import { compareDays, periodOf, untilNext, type Period } from './period.js';

export type DescriptionPeriod = StoredDescription & { readonly period: Period };

/** What the initiative is, period by period. The first description has no beginning: nothing is ever nameless. */
export function descriptionPeriods(state: InitiativeState): readonly DescriptionPeriod[] {
  if (state.id === '') return [];
  let description = state.registered;
  const starts = [{ ...description, from: undefined as DescriptionPeriod['period']['from'] }];
  for (const revision of state.revisions.toSorted((a, b) => compareDays(a.from, b.from))) {
    const { revisionId: _, from, basis: _why, ...changes } = revision;
    description = { ...description, ...changes };
    starts.push({ ...description, from });
  }
  return untilNext(starts);
}

export interface AreaPeriod {
  readonly area: string;
  readonly period: Period;
}

/** In which areas when; a revision that leaves an area alone does not break its period. */
export function areaPeriods(state: InitiativeState): readonly AreaPeriod[] {
  const found: AreaPeriod[] = [];
  for (const { areas, period } of descriptionPeriods(state)) {
    for (const area of areas) {
      const before = found.findIndex(
        (p) => p.area === area && p.period.to !== undefined && p.period.to === period.from,
      );
      if (before === -1) found.push({ area, period });
      else found[before] = { area, period: periodOf(found[before]!.period.from, period.to) };
    }
  }
  return found;
}
