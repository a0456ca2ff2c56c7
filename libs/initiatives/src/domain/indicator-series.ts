import { firstDay } from '@liggare/kernel';
import type { Baseline, IndicatorState, IndicatorVersion, Measurement, Target } from './indicator.js';
import { compareDays, untilNext, type Period } from './period.js';

export type VersionPeriod = Omit<IndicatorVersion, 'from'> & { readonly period: Period };

/** Which definition holds when; of two from the same day the one registered last holds. */
export function versionPeriods(state: IndicatorState): readonly VersionPeriod[] {
  const starts = state.versions.map((version) => ({ ...version, from: firstDay(version.from) }));
  return untilNext(starts.toSorted((a, b) => compareDays(a.from, b.from)));
}

/** A value of the series. */
export interface SeriesPoint extends Measurement {
  /** It cannot be compared with the point before: a version between them breaks the series (edge case 48). */
  readonly breakBefore: boolean;
  /** What the source said before it recalculated, oldest first. */
  readonly earlier: readonly Measurement[];
}

/**
 * The values that hold, by period and then by version; recalculated ones beneath those that took over from them. A
 * period that was measured by two versions is there twice: the two values are not the same thing.
 */
export function series(state: IndicatorState): readonly SeriesPoint[] {
  const groups = new Map<string, Measurement[]>();
  for (const measurement of state.measurements) {
    const { versionId, period } = measurement;
    const key = `${period.from}/${period.to}/${versionId}`;
    groups.set(key, [...(groups.get(key) ?? []), measurement]);
  }
  const order = versionPeriods(state);
  const rank = (id: string) => order.findIndex(({ versionId }) => versionId === id);
  const points = [...groups.values()]
    .map((group) => ({ ...group.at(-1)!, earlier: group.slice(0, -1) }))
    .toSorted(
      (a, b) =>
        compareDays(a.period.from, b.period.from) ||
        compareDays(a.period.to, b.period.to) ||
        rank(a.versionId) - rank(b.versionId),
    );
  return points.map((point, index) => ({ ...point, breakBefore: broken(state, points[index - 1], point) }));
}

/** The last one registered holds. */
export function currentBaseline(state: IndicatorState): Baseline | undefined {
  return state.baselines.at(-1);
}

/** Of several for the same day the last one registered holds; by day. */
export function currentTargets(state: IndicatorState): readonly Target[] {
  const byDay = new Map(state.targets.map((target) => [target.by, target]));
  return [...byDay.values()].toSorted((a, b) => compareDays(a.by, b.by));
}

function broken(state: IndicatorState, before: Measurement | undefined, point: Measurement): boolean {
  if (!before || before.versionId === point.versionId) return false;
  const order = versionPeriods(state);
  const [a, b] = [before, point].map(({ versionId }) => order.findIndex((version) => version.versionId === versionId));
  // A version that gave way to another from the same day has no period: nothing is known of how it compares.
  if (a === undefined || b === undefined || a === -1 || b === -1) return true;
  return order.slice(Math.min(a, b) + 1, Math.max(a, b) + 1).some(({ breaksSeries }) => breaksSeries);
}
