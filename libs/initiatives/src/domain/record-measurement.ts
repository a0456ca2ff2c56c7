import { type CivilDate, type DecideContext, Refusal, tidied, withoutUndefined } from '@liggare/kernel';
import type { RecordMeasurement } from './indicator-commands.js';
import type { IndicatorEvent } from './indicator-events.js';
import type { IndicatorState, Measurement } from './indicator.js';
import { versionPeriods } from './indicator-series.js';

/**
 * A value for a period and version that has one already is a recalculation: it is added, and says what it takes over
 * from. The same value again says nothing new.
 */
export function recordMeasurement(
  state: IndicatorState,
  command: RecordMeasurement,
  context: DecideContext,
): readonly IndicatorEvent[] {
  const { period, value, publishedOn } = command;
  if (period.to <= period.from) throw new Refusal('empty-period', 'the period has no day', '/period/to');
  const versionId = versionOf(state, command);
  const before = latest(state, versionId, period);
  if (before?.value === value) return [];
  const taken = withoutUndefined({ source: tidied(command.source), publishedOn, recalculates: before?.measurementId });
  const measured = { measurementId: context.id(0), versionId, period: { from: period.from, to: period.to }, value };
  return [{ type: 'MeasurementRecorded', data: { indicatorId: state.id, ...measured, ...taken } }];
}

function latest(
  state: IndicatorState,
  versionId: string,
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
): Measurement | undefined {
  return state.measurements.findLast(
    (one) => one.versionId === versionId && one.period.from === from && one.period.to === to,
  );
}

function versionOf(state: IndicatorState, { versionId, period }: RecordMeasurement): string {
  if (versionId !== undefined) {
    if (state.versions.some((version) => version.versionId === versionId)) return versionId;
    throw new Refusal('unknown-version', 'the indicator has no such version', '/versionId');
  }
  const holding = versionPeriods(state).findLast(({ period: { from } }) => from === undefined || from < period.to);
  const chosen = holding ?? state.versions[0];
  if (!chosen) throw new Refusal('unknown-version', 'the indicator has no version', '/versionId');
  return chosen.versionId;
}
