import { foldingProjection } from '@liggare/projections';
import type { PersonEvent } from '../domain/person-events.js';
import { personAggregate, type PersonState } from '../domain/person.js';

/** Who is protected: the revealer asks before it shows anything. */
export const protectedIdentityProjection = foldingProjection<PersonState, PersonEvent>({
  name: 'protected-identity',
  version: 1,
  aggregate: personAggregate,
  schema: `
    create table protected_identity (
      person_id     uuid not null,
      recorded_from numeric not null,
      recorded_to   numeric,
      primary key (person_id, recorded_from),
      exclude using gist (person_id with =, numrange(recorded_from, recorded_to) with &&)
    );
    comment on table protected_identity is 'Masked since recorded_from, until recorded_to; which protection it is stays in the log';
  `,
  tables: [
    {
      table: 'protected_identity',
      key: 'person_id',
      columns: { person_id: 'uuid' },
      rows: ({ id, protection }) => (protection ? [{ person_id: id }] : []),
    },
  ],
});
