import { digest, foldingProjection } from '@liggare/projections';
import type { MatterEvent } from '../domain/matter-events.js';
import { matterAggregate, type MatterState } from '../domain/matter.js';

/** Matters by registry number. */
export const mattersProjection = foldingProjection<MatterState, MatterEvent>({
  name: 'matters',
  version: 1,
  aggregate: matterAggregate,
  schema: `
    create table matter (
      matter_id       uuid not null,
      registry_number text,
      title_sd        text not null,
      opened_on       text not null,
      closed_on       text,
      recorded_from   numeric not null,
      recorded_to     numeric,
      primary key (matter_id, recorded_from),
      exclude using gist (matter_id with =, numrange(recorded_from, recorded_to) with &&)
    );
    comment on column matter.opened_on is 'Partial date (EDTF)';
    comment on column matter.closed_on is 'Partial date (EDTF)';
    create index on matter (registry_number);
  `,
  tables: [
    {
      table: 'matter',
      key: 'matter_id',
      columns: { matter_id: 'uuid', registry_number: 'text', title_sd: 'text', opened_on: 'text', closed_on: 'text' },
      rows: (matter) =>
        matter.id === ''
          ? []
          : [
              {
                matter_id: matter.id,
                registry_number: matter.registryNumber ?? null,
                title_sd: digest(matter.title),
                opened_on: matter.openedOn ?? null,
                closed_on: matter.closedOn ?? null,
              },
            ],
    },
  ],
});
