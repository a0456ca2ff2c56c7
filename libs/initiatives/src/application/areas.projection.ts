import { derivedId } from '@liggare/kernel';
import { dateRangeText, foldingProjection } from '@liggare/projections';
import type { AreaEvent } from '../domain/area-events.js';
import { areaBoundaryPeriods, areaNamePeriods } from '../domain/area-view.js';
import { areaAggregate, type AreaState } from '../domain/area.js';

/** What areas are called when, and where they run, for lists of a day. */
export const areasProjection = foldingProjection<AreaState, AreaEvent>({
  name: 'areas',
  version: 1,
  aggregate: areaAggregate,
  schema: `
    create table area_name (
      id            uuid not null,
      area_id       uuid not null,
      code          text,
      name          text not null,
      valid         daterange not null,
      recorded_from numeric not null,
      recorded_to   numeric check (recorded_to > recorded_from)
    );
    create unique index on area_name (id) where recorded_to is null;
    create index on area_name (area_id);
    create table boundary (
      id            uuid not null,
      area_id       uuid not null,
      boundary      text not null,
      geometry      text,
      valid         daterange not null,
      recorded_from numeric not null,
      recorded_to   numeric check (recorded_to > recorded_from)
    );
    create unique index on boundary (id) where recorded_to is null;
    create index on boundary (area_id);
  `,
  tables: [
    {
      table: 'area_name',
      key: 'id',
      columns: { id: 'uuid', area_id: 'uuid', code: 'text', name: 'text', valid: 'daterange' },
      rows: (state) =>
        areaNamePeriods(state).map(({ nameId, name, period }) => ({
          ...{ id: derivedId('area-name', state.id, nameId), area_id: state.id, code: state.code ?? null },
          ...{ name, valid: dateRangeText(period) },
        })),
    },
    {
      table: 'boundary',
      key: 'id',
      columns: { id: 'uuid', area_id: 'uuid', boundary: 'text', geometry: 'text', valid: 'daterange' },
      rows: (state) =>
        areaBoundaryPeriods(state).map(({ boundaryId, boundary, geometry, period }) => ({
          ...{ id: derivedId('area-boundary', state.id, boundaryId), area_id: state.id, boundary },
          ...{ geometry: geometry ?? null, valid: dateRangeText(period) },
        })),
    },
  ],
});
