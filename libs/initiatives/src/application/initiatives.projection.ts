import { foldingProjection } from '@liggare/projections';
import type { InitiativeEvent } from '../domain/initiative-events.js';
import { initiativeAggregate, type InitiativeState } from '../domain/initiative.js';
import {
  areaRows,
  descriptionRows,
  initiativeRows,
  linkRows,
  partnerRows,
  responsibilityRows,
  statusRows,
  successionRows,
} from './initiative-rows.js';

const text = (...columns: readonly string[]) => Object.fromEntries(columns.map((column) => [column, 'text']));
const PERIOD = { initiative_id: 'uuid', valid: 'daterange' };

/** Initiatives and, period by period, their content, status, responsible bodies, partners and areas. */
export const initiativesProjection = foldingProjection<InitiativeState, InitiativeEvent>({
  name: 'initiatives',
  version: 3,
  aggregate: initiativeAggregate,
  schema: `
    create table initiative (
      initiative_id  uuid not null,
      registered_for text,
      confidence     text not null,
      recorded_from  numeric not null,
      recorded_to    numeric,
      primary key (initiative_id, recorded_from),
      exclude using gist (initiative_id with =, numrange(recorded_from, recorded_to) with &&)
    );
    comment on column initiative.registered_for is 'Partial date (EDTF)';

    create table description_period (
      period_id     uuid not null,
      initiative_id uuid not null,
      title         text not null,
      problem       text,
      cause         text,
      kinds         jsonb not null,
      level         text not null,
      valid         daterange not null,
      recorded_from numeric not null,
      recorded_to   numeric,
      primary key (period_id, recorded_from),
      exclude using gist (initiative_id with =, valid with &&, numrange(recorded_from, recorded_to) with &&)
    );
    comment on column description_period.problem is 'Null: no problem is stated';

    create table status_period (
      period_id     uuid not null,
      initiative_id uuid not null,
      status        text not null,
      since         text,
      decision_id   uuid,
      point         integer,
      valid         daterange not null,
      recorded_from numeric not null,
      recorded_to   numeric,
      primary key (period_id, recorded_from),
      exclude using gist (initiative_id with =, valid with &&, numrange(recorded_from, recorded_to) with &&)
    );
    comment on table status_period is 'How far the work has come; never what effect it had';
    comment on column status_period.since is 'Partial date (EDTF): valid begins on its first possible day';

    create table responsibility (
      responsibility_id uuid not null,
      initiative_id     uuid not null,
      group_id          uuid,
      name              text,
      role              text not null,
      since             text not null,
      until             text,
      decision_id       uuid,
      point             integer,
      valid             daterange not null,
      recorded_from     numeric not null,
      recorded_to       numeric,
      primary key (responsibility_id, recorded_from),
      exclude using gist (responsibility_id with =, numrange(recorded_from, recorded_to) with &&)
    );
    create index on responsibility (initiative_id);
    create index on responsibility (group_id);

    create table partner (
      partner_id    uuid not null,
      initiative_id uuid not null,
      name          text not null,
      valid         daterange not null,
      recorded_from numeric not null,
      recorded_to   numeric,
      primary key (partner_id, recorded_from)
    );
    create index on partner (initiative_id);

    create table area_period (
      period_id     uuid not null,
      initiative_id uuid not null,
      area          text not null,
      valid         daterange not null,
      recorded_from numeric not null,
      recorded_to   numeric,
      primary key (period_id, recorded_from),
      exclude using gist (initiative_id with =, area with =, valid with &&,
        numrange(recorded_from, recorded_to) with &&)
    );
    create index on area_period (area);

    create table link (
      link_id       uuid not null,
      initiative_id uuid not null,
      relation      text not null,
      decision_id   uuid not null,
      point         integer not null,
      recorded_from numeric not null,
      recorded_to   numeric,
      primary key (link_id, recorded_from)
    );
    create index on link (initiative_id);

    create table succession (
      succession_id uuid not null,
      initiative_id uuid not null,
      successor_id  uuid not null,
      kind          text not null,
      on_day        date not null,
      recorded_from numeric not null,
      recorded_to   numeric,
      primary key (succession_id, recorded_from)
    );
    create index on succession (initiative_id);
    create index on succession (successor_id);
  `,
  tables: [
    {
      table: 'initiative',
      key: 'initiative_id',
      columns: { initiative_id: 'uuid', ...text('registered_for', 'confidence') },
      rows: initiativeRows,
    },
    {
      table: 'description_period',
      key: 'period_id',
      columns: { period_id: 'uuid', ...PERIOD, ...text('title', 'problem', 'cause', 'level'), kinds: 'jsonb' },
      rows: descriptionRows,
    },
    {
      table: 'status_period',
      key: 'period_id',
      columns: { period_id: 'uuid', ...PERIOD, ...text('status', 'since'), decision_id: 'uuid', point: 'integer' },
      rows: statusRows,
    },
    {
      table: 'responsibility',
      key: 'responsibility_id',
      columns: {
        ...{ responsibility_id: 'uuid', ...PERIOD, group_id: 'uuid' },
        ...text('name', 'role', 'since', 'until'),
        ...{ decision_id: 'uuid', point: 'integer' },
      },
      rows: responsibilityRows,
    },
    {
      table: 'partner',
      key: 'partner_id',
      columns: { partner_id: 'uuid', ...PERIOD, name: 'text' },
      rows: partnerRows,
    },
    {
      table: 'area_period',
      key: 'period_id',
      columns: { period_id: 'uuid', ...PERIOD, area: 'text' },
      rows: areaRows,
    },
    {
      table: 'link',
      key: 'link_id',
      columns: { link_id: 'uuid', initiative_id: 'uuid', relation: 'text', decision_id: 'uuid', point: 'integer' },
      rows: linkRows,
    },
    {
      table: 'succession',
      key: 'succession_id',
      columns: { succession_id: 'uuid', initiative_id: 'uuid', successor_id: 'uuid', kind: 'text', on_day: 'date' },
      rows: successionRows,
    },
  ],
});
