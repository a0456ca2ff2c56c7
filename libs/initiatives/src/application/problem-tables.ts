import { derivedId } from '@liggare/kernel';
import { dateRangeText, foldingProjection } from '@liggare/projections';
import type { ProblemEvent } from '../domain/problem-events.js';
import { causePeriods, problemPeriods, problemStatusPeriods } from '../domain/problem-view.js';
import { problemAggregate, type ProblemState } from '../domain/problem.js';
import { PREVENTIVE_CHAIN, RECORDED, rowsHold } from './preventive-chain-shape.js';

/** Problems and causes, period by period. What is sealed of them is read from the log only. */
export const problemTables = foldingProjection<ProblemState, ProblemEvent>({
  ...PREVENTIVE_CHAIN,
  states: 'problem_state',
  aggregate: problemAggregate,
  schema: `
    create table problem_period (
      period_id      uuid not null,
      problem_id     uuid not null,
      title          text not null,
      public_summary text,
      target_group   text,
      level          text,
      areas          jsonb not null,
      first_noticed  text,
      valid          daterange not null,
      ${RECORDED},
      primary key (period_id, recorded_from),
      ${rowsHold('problem_id')}
    );
    comment on column problem_period.first_noticed is 'Partial date (EDTF)';

    create table problem_status (
      period_id  uuid not null,
      problem_id uuid not null,
      status     text not null,
      since      text,
      valid      daterange not null,
      ${RECORDED},
      primary key (period_id, recorded_from),
      ${rowsHold('problem_id')}
    );
    comment on column problem_status.since is 'Partial date (EDTF): valid begins on its first possible day';

    create table cause (
      cause_id   uuid not null,
      problem_id uuid not null,
      text       text not null,
      factor     text not null,
      valid      daterange not null,
      ${RECORDED},
      primary key (cause_id, recorded_from),
      ${rowsHold('cause_id')}
    );
    create index on cause (problem_id);
  `,
  tables: [
    {
      table: 'problem_period',
      key: 'period_id',
      columns: {
        ...{ period_id: 'uuid', problem_id: 'uuid', title: 'text', public_summary: 'text', target_group: 'text' },
        ...{ level: 'text', areas: 'jsonb', first_noticed: 'text', valid: 'daterange' },
      },
      rows: (state) =>
        problemPeriods(state).map(({ title, publicSummary, targetGroup, level, areas, period }) => ({
          period_id: derivedId('problem-period', state.id, period.from ?? ''),
          problem_id: state.id,
          title,
          public_summary: publicSummary ?? null,
          target_group: targetGroup ?? null,
          level: level ?? null,
          areas: JSON.stringify(areas),
          first_noticed: state.firstNoticed ?? null,
          valid: dateRangeText(period),
        })),
    },
    {
      table: 'problem_status',
      key: 'period_id',
      columns: { period_id: 'uuid', problem_id: 'uuid', status: 'text', since: 'text', valid: 'daterange' },
      rows: (state) =>
        problemStatusPeriods(state).map(({ status, since, period }) => ({
          period_id: derivedId('problem-status', state.id, period.from ?? ''),
          problem_id: state.id,
          status,
          since: since ?? null,
          valid: dateRangeText(period),
        })),
    },
    {
      table: 'cause',
      key: 'cause_id',
      columns: { cause_id: 'uuid', problem_id: 'uuid', text: 'text', factor: 'text', valid: 'daterange' },
      rows: (state) =>
        causePeriods(state).map(({ causeId, text, factor, period }) => ({
          cause_id: causeId,
          problem_id: state.id,
          text,
          factor,
          valid: dateRangeText(period),
        })),
    },
  ],
});
