import type { CivilDate } from '@liggare/kernel';
import {
  currentBaseline,
  currentTargets,
  series,
  versionPeriods,
  type SeriesPoint,
  type VersionPeriod,
} from './indicator-series.js';
import type { Baseline, IndicatorLink, IndicatorState, IndicatorVersion, Target } from './indicator.js';
import type { IndicatorDirection, IndicatorFrequency } from './indicator-vocabulary.js';
import { isIn, periodBetween, type Period } from './period.js';

export type IndicatorLinkPeriod = IndicatorLink & { readonly period: Period };

/** An indicator on a day. */
export interface IndicatorView {
  readonly id: string;
  readonly name: string;
  readonly direction: IndicatorDirection;
  readonly frequency: IndicatorFrequency;
  /** The definition of the day; absent when none held yet. */
  readonly version?: VersionPeriod;
  readonly baseline?: Baseline;
  readonly targets: readonly Target[];
  /** Values of periods that had ended by the day; breaks in the series are marked. */
  readonly series: readonly SeriesPoint[];
  readonly latest?: SeriesPoint;
  /** What it follows that day. */
  readonly links: readonly IndicatorLinkPeriod[];
  /** Everything that is registered, whatever the day, so that each fact can be corrected. */
  readonly registered: {
    readonly registrationId: string;
    readonly versions: readonly IndicatorVersion[];
    readonly baselines: readonly Baseline[];
    readonly targets: readonly Target[];
    readonly links: readonly IndicatorLink[];
  };
}

/** When the indicator follows what; a link that holds on no day is left out. */
export function linkPeriods({ links }: IndicatorState): readonly IndicatorLinkPeriod[] {
  return links
    .map((link) => ({ ...link, period: periodBetween(link.from, link.to) }))
    .filter(({ period: { from, to } }) => from === undefined || from !== to);
}

/** Pure: the indicator as the events say it was on a day. */
export function presentIndicator(state: IndicatorState, validAt: CivilDate): IndicatorView {
  const version = versionPeriods(state).find(({ period }) => isIn(period, validAt));
  const baseline = currentBaseline(state);
  const points = series(state).filter(({ period }) => period.to <= validAt);
  const latest = points.at(-1);
  const { id, name, direction, frequency, registrationId, versions, baselines, targets, links } = state;
  return {
    ...{ id, name, direction, frequency },
    ...(version === undefined ? {} : { version }),
    ...(baseline === undefined ? {} : { baseline }),
    targets: currentTargets(state),
    series: points,
    ...(latest === undefined ? {} : { latest }),
    links: linkPeriods(state).filter(({ period }) => isIn(period, validAt)),
    registered: { registrationId, versions, baselines, targets, links },
  };
}
