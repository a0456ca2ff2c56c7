import { bounds } from '@liggare/kernel';
import { namePeriods } from '../domain/name-periods.js';
import type { PartyEvent } from '../domain/party-events.js';
import { partyAggregate, type PartyState } from '../domain/party.js';
import { dateRangeText, foldingProjection } from '@liggare/projections';

/** All parties: their names and abbreviations by period, their ends, and what came after them. */
export const partiesProjection = foldingProjection<PartyState, PartyEvent>({
  name: 'parties',
  version: 2,
  aggregate: partyAggregate,
  schema: `
    create table party (
      party_id           uuid not null,
      dissolved          text,
      dissolved_earliest date,
      dissolved_before   date,
      recorded_from      numeric not null,
      recorded_to        numeric,
      primary key (party_id, recorded_from),
      exclude using gist (party_id with =, numrange(recorded_from, recorded_to) with &&)
    );
    comment on column party.dissolved is 'Partial date (EDTF); dissolved_earliest and dissolved_before are its bounds';

    create table party_name (
      name_id       uuid not null,
      party_id      uuid not null,
      name          text not null,
      abbreviation  text,
      valid         daterange not null check (not isempty(valid)),
      recorded_from numeric not null,
      recorded_to   numeric,
      primary key (name_id, recorded_from),
      exclude using gist (party_id with =, valid with &&, numrange(recorded_from, recorded_to) with &&)
    );
    create index on party_name (party_id);

    create table party_succession (
      succession_id uuid not null,
      party_id      uuid not null,
      successor_id  uuid not null,
      kind          text not null,
      valid_from    date,
      recorded_from numeric not null,
      recorded_to   numeric,
      primary key (succession_id, recorded_from),
      exclude using gist (succession_id with =, numrange(recorded_from, recorded_to) with &&)
    );
    create index on party_succession (party_id);
    create index on party_succession (successor_id);
  `,
  tables: [
    {
      table: 'party',
      key: 'party_id',
      columns: { party_id: 'uuid', dissolved: 'text', dissolved_earliest: 'date', dissolved_before: 'date' },
      rows: partyRows,
    },
    {
      table: 'party_name',
      key: 'name_id',
      columns: { name_id: 'uuid', party_id: 'uuid', name: 'text', abbreviation: 'text', valid: 'daterange' },
      rows: (party) =>
        namePeriods(party.names).map((name) => ({
          name_id: name.nameId,
          party_id: party.id,
          name: name.name,
          abbreviation: name.abbreviation ?? null,
          valid: dateRangeText(name.period),
        })),
    },
    {
      table: 'party_succession',
      key: 'succession_id',
      columns: { succession_id: 'uuid', party_id: 'uuid', successor_id: 'uuid', kind: 'text', valid_from: 'date' },
      rows: (party) =>
        party.successions.map((succession) => ({
          succession_id: succession.successionId,
          party_id: party.id,
          successor_id: succession.successorId,
          kind: succession.kind,
          valid_from: succession.from ?? null,
        })),
    },
  ],
});

function partyRows(party: PartyState) {
  if (party.id === '' || party.registeredInError) return [];
  const dissolved = party.dissolution ? bounds(party.dissolution.on) : {};
  return [
    {
      party_id: party.id,
      dissolved: party.dissolution?.on ?? null,
      dissolved_earliest: dissolved.earliest ?? null,
      dissolved_before: dissolved.before ?? null,
    },
  ];
}
