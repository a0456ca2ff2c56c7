import { foldingProjection } from '@liggare/projections';
import type { ErasureEvent } from '../domain/erasure-events.js';
import { erasureAggregate, type ErasureState } from '../domain/erasure.js';

/** All erasures: whose, on what ground, and how far they are. */
export const erasuresProjection = foldingProjection<ErasureState, ErasureEvent>({
  name: 'erasures',
  version: 1,
  aggregate: erasureAggregate,
  schema: `
    create table erasure (
      erasure_id    uuid not null,
      subject_id    uuid not null,
      ground        text not null,
      status        text not null,
      recorded_from numeric not null,
      recorded_to   numeric,
      primary key (erasure_id, recorded_from),
      exclude using gist (erasure_id with =, numrange(recorded_from, recorded_to) with &&)
    );
    comment on column erasure.status is 'requested, refused, executed or completed';
    create index on erasure (subject_id);
  `,
  tables: [
    {
      table: 'erasure',
      key: 'erasure_id',
      columns: { erasure_id: 'uuid', subject_id: 'uuid', ground: 'text', status: 'text' },
      rows: ({ id, subjectId, ground, status }) =>
        ground === undefined ? [] : [{ erasure_id: id, subject_id: subjectId, ground, status }],
    },
  ],
});
