import { dateRangeText, digest, foldingProjection } from '@liggare/projections';
import type { FindingEvent } from '../domain/acknowledgement-events.js';
import { findingAggregate, type AcknowledgedFinding } from '../domain/acknowledgement.js';

/** What people have said of findings, for lists of them. */
export const acknowledgementsProjection = foldingProjection<AcknowledgedFinding, FindingEvent>({
  name: 'finding-acknowledgements',
  version: 1,
  aggregate: findingAggregate,
  schema: `
    create table acknowledgement (
      id            uuid not null,
      finding_id    uuid not null,
      valid         daterange not null,
      reason_sd     text not null,
      recorded_from numeric not null,
      recorded_to   numeric check (recorded_to > recorded_from)
    );
    create unique index on acknowledgement (id) where recorded_to is null;
    create index on acknowledgement (finding_id);
  `,
  tables: [
    {
      table: 'acknowledgement',
      key: 'id',
      columns: { id: 'uuid', finding_id: 'uuid', valid: 'daterange', reason_sd: 'text' },
      rows: ({ id, acknowledgements }) =>
        acknowledgements.map(({ acknowledgementId, from, to, reason }) => ({
          id: acknowledgementId,
          finding_id: id,
          valid: dateRangeText({ from, ...(to === undefined ? {} : { to }) }),
          reason_sd: digest(reason),
        })),
    },
  ],
});
