import { dateRangeText, foldingProjection, type Row } from '@liggare/projections';
import type { IndicatorEvent } from '../domain/indicator-events.js';
import { currentBaseline, currentTargets, series, versionPeriods } from '../domain/indicator-series.js';
import { linkPeriods } from '../domain/indicator-view.js';
import { indicatorAggregate, type IndicatorState } from '../domain/indicator.js';
import { PREVENTIVE_CHAIN, RECORDED, rowsHold } from './preventive-chain-shape.js';

const INDICATOR = { indicator_id: 'uuid', version_id: 'uuid' };

/** Indicators: what is measured by which definition when, the values that hold, and what they follow. */
export const indicatorTables = foldingProjection<IndicatorState, IndicatorEvent>({
  ...PREVENTIVE_CHAIN,
  states: 'indicator_state',
  aggregate: indicatorAggregate,
  schema: `
    create table indicator (
      indicator_id uuid not null,
      name         text not null,
      direction    text not null,
      frequency    text not null,
      baseline     numeric,
      ${RECORDED},
      primary key (indicator_id, recorded_from),
      exclude using gist (indicator_id with =, numrange(recorded_from, recorded_to) with &&)
    );

    create table indicator_version (
      version_id    uuid not null,
      indicator_id  uuid not null,
      definition    text not null,
      unit          text not null,
      source        text not null,
      method        text,
      breaks_series boolean not null,
      valid         daterange not null,
      ${RECORDED},
      primary key (version_id, recorded_from),
      ${rowsHold('indicator_id')}
    );
    comment on column indicator_version.breaks_series is 'Its values cannot be compared with those before';

    create table measurement (
      measurement_id uuid not null,
      indicator_id   uuid not null,
      version_id     uuid not null,
      concerns       daterange not null,
      value          numeric not null,
      break_before   boolean not null,
      ${RECORDED},
      primary key (measurement_id, recorded_from),
      exclude using gist (indicator_id with =, version_id with =, concerns with =,
        numrange(recorded_from, recorded_to) with &&)
    );
    comment on table measurement is 'A recalculated value closes the row of the one before: that was believed until then';

    create table target (
      target_id    uuid not null,
      indicator_id uuid not null,
      version_id   uuid not null,
      value        numeric not null,
      by_day       date not null,
      ${RECORDED},
      primary key (target_id, recorded_from),
      exclude using gist (indicator_id with =, by_day with =, numrange(recorded_from, recorded_to) with &&)
    );

    create table indicator_link (
      link_id       uuid not null,
      indicator_id  uuid not null,
      initiative_id uuid,
      problem_id    uuid,
      valid         daterange not null,
      ${RECORDED},
      primary key (link_id, recorded_from),
      ${rowsHold('link_id')}
    );
    create index on indicator_link (indicator_id);
    create index on indicator_link (initiative_id);
    create index on indicator_link (problem_id);
  `,
  tables: [
    {
      table: 'indicator',
      key: 'indicator_id',
      columns: { indicator_id: 'uuid', name: 'text', direction: 'text', frequency: 'text', baseline: 'numeric' },
      rows: indicatorRows,
    },
    {
      table: 'indicator_version',
      key: 'version_id',
      columns: {
        ...{ ...INDICATOR, definition: 'text', unit: 'text', source: 'text', method: 'text' },
        ...{ breaks_series: 'boolean', valid: 'daterange' },
      },
      rows: versionRows,
    },
    {
      table: 'measurement',
      key: 'measurement_id',
      columns: {
        ...{ measurement_id: 'uuid', ...INDICATOR, concerns: 'daterange', value: 'numeric', break_before: 'boolean' },
      },
      rows: measurementRows,
    },
    {
      table: 'target',
      key: 'target_id',
      columns: { target_id: 'uuid', ...INDICATOR, value: 'numeric', by_day: 'date' },
      rows: targetRows,
    },
    {
      table: 'indicator_link',
      key: 'link_id',
      columns: {
        ...{ link_id: 'uuid', indicator_id: 'uuid', initiative_id: 'uuid', problem_id: 'uuid', valid: 'daterange' },
      },
      rows: linkRows,
    },
  ],
});

function indicatorRows(state: IndicatorState): Row[] {
  if (state.id === '') return [];
  const { id, name, direction, frequency } = state;
  const baseline = currentBaseline(state)?.value;
  return [{ indicator_id: id, name, direction, frequency, baseline: baseline === undefined ? null : String(baseline) }];
}

function versionRows(state: IndicatorState): Row[] {
  return versionPeriods(state).map(({ versionId, definition, unit, source, method, breaksSeries, period }) => ({
    version_id: versionId,
    indicator_id: state.id,
    ...{ definition, unit, source, method: method ?? null },
    breaks_series: String(breaksSeries),
    valid: dateRangeText(period),
  }));
}

function measurementRows(state: IndicatorState): Row[] {
  return series(state).map(({ measurementId, versionId, period, value, breakBefore }) => ({
    measurement_id: measurementId,
    indicator_id: state.id,
    version_id: versionId,
    concerns: dateRangeText(period),
    value: String(value),
    break_before: String(breakBefore),
  }));
}

function targetRows(state: IndicatorState): Row[] {
  return currentTargets(state).map(({ targetId, versionId, value, by }) => ({
    target_id: targetId,
    indicator_id: state.id,
    version_id: versionId,
    value: String(value),
    by_day: by,
  }));
}

function linkRows(state: IndicatorState): Row[] {
  return linkPeriods(state).map(({ linkId, subject, period }) => ({
    link_id: linkId,
    indicator_id: state.id,
    initiative_id: subject.initiativeId ?? null,
    problem_id: subject.problemId ?? null,
    valid: dateRangeText(period),
  }));
}
