import { bounds } from '@liggare/kernel';
import { dateRangeText, digest, foldingProjection } from '@liggare/projections';
import { namePeriods } from '../domain/name-periods.js';
import type { PersonEvent } from '../domain/person-events.js';
import { personAggregate, type PersonState } from '../domain/person.js';

/** All persons: contact details and death, names by period, affiliations by period. Personal values are commitments. */
export const peopleProjection = foldingProjection<PersonState, PersonEvent>({
  name: 'people',
  version: 3,
  aggregate: personAggregate,
  schema: `
    create table person (
      person_id         uuid not null,
      email_sd          text,
      phone_sd          text,
      postal_address_sd text,
      died              text,
      died_earliest     date,
      died_before       date,
      recorded_from     numeric not null,
      recorded_to       numeric,
      primary key (person_id, recorded_from),
      exclude using gist (person_id with =, numrange(recorded_from, recorded_to) with &&)
    );
    comment on column person.died is 'Partial date (EDTF); died_earliest and died_before are its bounds';

    create table person_name (
      name_id        uuid not null,
      person_id      uuid not null,
      given_name_sd  text not null,
      family_name_sd text not null,
      valid          daterange not null check (not isempty(valid)),
      recorded_from  numeric not null,
      recorded_to    numeric,
      primary key (name_id, recorded_from),
      exclude using gist (person_id with =, valid with &&, numrange(recorded_from, recorded_to) with &&)
    );
    create index on person_name (person_id);

    create table affiliation (
      affiliation_id uuid not null,
      person_id      uuid not null,
      party_id       uuid not null,
      valid          daterange not null check (not isempty(valid)),
      recorded_from  numeric not null,
      recorded_to    numeric,
      primary key (affiliation_id, recorded_from),
      exclude using gist (affiliation_id with =, valid with &&, numrange(recorded_from, recorded_to) with &&)
    );
    comment on table affiliation is 'Two of one person may overlap: the register records what it is told';
    create index on affiliation (person_id);
    create index on affiliation (party_id);

    create table person_merge (
      merge_id      uuid not null,
      person_id     uuid not null,
      survivor_id   uuid not null,
      recorded_from numeric not null,
      recorded_to   numeric,
      primary key (merge_id, recorded_from),
      exclude using gist (person_id with =, numrange(recorded_from, recorded_to) with &&)
    );
    comment on table person_merge is 'Two entries that are one human being: survivor_id stands for person_id';
    create index on person_merge (survivor_id);
  `,
  tables: [
    {
      table: 'person',
      key: 'person_id',
      columns: {
        person_id: 'uuid',
        email_sd: 'text',
        phone_sd: 'text',
        postal_address_sd: 'text',
        died: 'text',
        died_earliest: 'date',
        died_before: 'date',
      },
      rows: personRows,
    },
    {
      table: 'person_name',
      key: 'name_id',
      columns: {
        name_id: 'uuid',
        person_id: 'uuid',
        given_name_sd: 'text',
        family_name_sd: 'text',
        valid: 'daterange',
      },
      rows: (person) =>
        namePeriods(person.names).map((name) => ({
          name_id: name.nameId,
          person_id: person.id,
          given_name_sd: digest(name.givenName),
          family_name_sd: digest(name.familyName),
          valid: dateRangeText(name.period),
        })),
    },
    {
      table: 'affiliation',
      key: 'affiliation_id',
      columns: { affiliation_id: 'uuid', person_id: 'uuid', party_id: 'uuid', valid: 'daterange' },
      rows: (person) =>
        person.affiliations
          .filter(({ from, to }) => from === undefined || to === undefined || from < to)
          .map((affiliation) => ({
            affiliation_id: affiliation.affiliationId,
            person_id: person.id,
            party_id: affiliation.partyId,
            valid: dateRangeText(affiliation),
          })),
    },
    {
      table: 'person_merge',
      key: 'merge_id',
      columns: { merge_id: 'uuid', person_id: 'uuid', survivor_id: 'uuid' },
      // From the merged person's own stream, so that each merge is one row.
      rows: ({ id, mergedInto }) =>
        mergedInto ? [{ merge_id: mergedInto.mergeId, person_id: id, survivor_id: mergedInto.personId }] : [],
    },
  ],
});

function personRows(person: PersonState) {
  if (person.id === '' || person.registeredInError) return [];
  const { email, phone, postalAddress } = person.contact;
  const died = person.death ? bounds(person.death.on) : {};
  return [
    {
      person_id: person.id,
      email_sd: digest(email),
      phone_sd: digest(phone),
      postal_address_sd: digest(postalAddress),
      died: person.death?.on ?? null,
      died_earliest: died.earliest ?? null,
      died_before: died.before ?? null,
    },
  ];
}
