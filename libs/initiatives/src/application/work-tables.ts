import { bounds } from '@liggare/kernel';
import { dateRangeText, foldingProjection, type Row } from '@liggare/projections';
import type { InitiativeEvent } from '../domain/initiative-events.js';
import { initiativeAggregate, type InitiativeState } from '../domain/initiative.js';
import { addressPeriods, plannedFollowUps } from '../domain/work-periods.js';
import type { FollowUp } from '../domain/work.js';
import { descriptionRows, statusRows, successionRows } from './initiative-rows.js';
import { PREVENTIVE_CHAIN, RECORDED, rowsHold } from './preventive-chain-shape.js';

const PERIOD = { period_id: 'uuid', initiative_id: 'uuid', valid: 'daterange' };

/** Initiatives as links of the chain: what they meet, and how they are followed up. */
export const workTables = foldingProjection<InitiativeState, InitiativeEvent>({
  ...PREVENTIVE_CHAIN,
  states: 'initiative_state',
  aggregate: initiativeAggregate,
  schema: `
    create table initiative_period (
      period_id     uuid not null,
      initiative_id uuid not null,
      title         text not null,
      problem       text,
      cause         text,
      kinds         jsonb not null,
      level         text not null,
      valid         daterange not null,
      ${RECORDED},
      primary key (period_id, recorded_from),
      ${rowsHold('initiative_id')}
    );

    create table initiative_status (
      period_id     uuid not null,
      initiative_id uuid not null,
      status        text not null,
      since         text,
      decision_id   uuid,
      point         integer,
      valid         daterange not null,
      ${RECORDED},
      primary key (period_id, recorded_from),
      ${rowsHold('initiative_id')}
    );

    create table address (
      address_id    uuid not null,
      initiative_id uuid not null,
      problem_id    uuid not null,
      cause_id      uuid,
      valid         daterange not null,
      ${RECORDED},
      primary key (address_id, recorded_from),
      ${rowsHold('address_id')}
    );
    comment on column address.cause_id is 'Null: the problem as a whole';
    create index on address (initiative_id);
    create index on address (problem_id);

    create table planned_follow_up (
      planned_id    uuid not null,
      initiative_id uuid not null,
      concerns      daterange not null,
      due_on        date not null,
      done_on       date,
      follow_up_ids jsonb not null,
      ${RECORDED},
      primary key (planned_id, recorded_from),
      exclude using gist (planned_id with =, numrange(recorded_from, recorded_to) with &&)
    );
    comment on column planned_follow_up.done_on is 'Null: not done; -infinity: done, nobody knows when';
    create index on planned_follow_up (due_on);
    create index on planned_follow_up (initiative_id);

    create table follow_up (
      follow_up_id  uuid not null,
      initiative_id uuid not null,
      concerns      daterange not null,
      made_on       text not null,
      first_made    date not null,
      assessment    text not null,
      continuation  text,
      summary       text,
      ${RECORDED},
      primary key (follow_up_id, recorded_from),
      exclude using gist (follow_up_id with =, numrange(recorded_from, recorded_to) with &&)
    );
    comment on column follow_up.made_on is 'Partial date (EDTF)';
    comment on column follow_up.first_made is 'Its first possible day; -infinity when it has none';
    comment on column follow_up.assessment is 'What is held of the effect; never derived from the status';
    create index on follow_up (initiative_id);

    create table succession (
      succession_id uuid not null,
      initiative_id uuid not null,
      successor_id  uuid not null,
      kind          text not null,
      on_day        date not null,
      ${RECORDED},
      primary key (succession_id, recorded_from)
    );
    create index on succession (initiative_id);
    create index on succession (successor_id);
  `,
  tables: [
    {
      table: 'initiative_period',
      key: 'period_id',
      columns: { ...PERIOD, title: 'text', problem: 'text', cause: 'text', level: 'text', kinds: 'jsonb' },
      rows: descriptionRows,
    },
    {
      table: 'initiative_status',
      key: 'period_id',
      columns: { ...PERIOD, status: 'text', since: 'text', decision_id: 'uuid', point: 'integer' },
      rows: statusRows,
    },
    {
      table: 'address',
      key: 'address_id',
      columns: {
        ...{ address_id: 'uuid', initiative_id: 'uuid', problem_id: 'uuid', cause_id: 'uuid', valid: 'daterange' },
      },
      rows: addressRows,
    },
    {
      table: 'planned_follow_up',
      key: 'planned_id',
      columns: {
        ...{ planned_id: 'uuid', initiative_id: 'uuid', concerns: 'daterange' },
        ...{ due_on: 'date', done_on: 'date', follow_up_ids: 'jsonb' },
      },
      rows: plannedRows,
    },
    {
      table: 'follow_up',
      key: 'follow_up_id',
      columns: {
        ...{ follow_up_id: 'uuid', initiative_id: 'uuid', concerns: 'daterange', made_on: 'text' },
        ...{ first_made: 'date', assessment: 'text', continuation: 'text', summary: 'text' },
      },
      rows: followUpRows,
    },
    {
      table: 'succession',
      key: 'succession_id',
      columns: { succession_id: 'uuid', initiative_id: 'uuid', successor_id: 'uuid', kind: 'text', on_day: 'date' },
      rows: successionRows,
    },
  ],
});

function addressRows(state: InitiativeState): Row[] {
  return addressPeriods(state).map(({ addressId, problemId, causeId, period }) => ({
    address_id: addressId,
    initiative_id: state.id,
    problem_id: problemId,
    cause_id: causeId ?? null,
    valid: dateRangeText(period),
  }));
}

function plannedRows(state: InitiativeState): Row[] {
  return plannedFollowUps(state).map(({ plannedId, period, dueOn, doneBy }) => ({
    planned_id: plannedId,
    initiative_id: state.id,
    concerns: dateRangeText(period),
    due_on: dueOn,
    done_on: doneBy.map(firstMade).toSorted()[0] ?? null,
    follow_up_ids: JSON.stringify(doneBy.map(({ followUpId }) => followUpId)),
  }));
}

function followUpRows(state: InitiativeState): Row[] {
  return state.followUps.map((followUp) => ({
    follow_up_id: followUp.followUpId,
    initiative_id: state.id,
    concerns: dateRangeText(followUp.period),
    made_on: followUp.madeOn,
    first_made: firstMade(followUp),
    assessment: followUp.assessment,
    continuation: followUp.continuation ?? null,
    summary: followUp.summary ?? null,
  }));
}

/** `-infinity` sorts before every day, as text too. */
function firstMade({ madeOn }: FollowUp): string {
  return bounds(madeOn).earliest ?? '-infinity';
}
