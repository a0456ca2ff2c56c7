import { bounds, derivedId, type CivilDate } from '@liggare/kernel';
import { dateRangeText, foldingProjection, type Row } from '@liggare/projections';
import type { DecisionEvent } from '../domain/decision-events.js';
import { mayHaveEffect } from '../domain/decision-view.js';
import { decisionAggregate, type DecisionState, type Point } from '../domain/decision.js';
import { digest } from './digest.js';

/** Decisions, their points with the period of effect, and the statements attached to them. Texts are commitments. */
export const decisionsProjection = foldingProjection<DecisionState, DecisionEvent>({
  name: 'decisions',
  version: 1,
  aggregate: decisionAggregate,
  schema: `
    create table decision (
      decision_id     uuid not null,
      instrument      text not null,
      outcome         text not null,
      decided_on      text not null,
      decided_earliest date,
      decided_before  date,
      organ_group_id  uuid,
      organ_name      text,
      meeting_id      uuid,
      matter_id       uuid,
      paragraph       text,
      agenda_item     text,
      registry_number text,
      confidence      text not null,
      reported_on     text,
      duplicate_of    uuid,
      recorded_from   numeric not null,
      recorded_to     numeric,
      primary key (decision_id, recorded_from),
      exclude using gist (decision_id with =, numrange(recorded_from, recorded_to) with &&)
    );
    comment on column decision.decided_on is 'Partial date (EDTF); decided_earliest and decided_before are its bounds';
    comment on column decision.paragraph is 'Restarts at every meeting: identifies with organ and date only';
    create index on decision (decided_earliest);
    create index on decision (registry_number);
    create index on decision (matter_id);

    create table decision_point (
      point_id      uuid not null,
      decision_id   uuid not null,
      number        integer not null,
      kind          text not null,
      text_sd       text not null,
      valid         daterange,
      superseded    boolean not null,
      recorded_from numeric not null,
      recorded_to   numeric,
      primary key (point_id, recorded_from),
      exclude using gist (point_id with =, numrange(recorded_from, recorded_to) with &&)
    );
    comment on column decision_point.valid is 'Period of effect: empty when it never has any, null when no day is known';
    create index on decision_point (decision_id);

    create table statement (
      statement_id  uuid not null,
      decision_id   uuid not null,
      kind          text not null,
      point         integer,
      party_ids     jsonb not null,
      person_ids    jsonb not null,
      text_sd       text,
      recorded_from numeric not null,
      recorded_to   numeric,
      primary key (statement_id, recorded_from)
    );
    create index on statement (decision_id);
  `,
  tables: [
    {
      table: 'decision',
      key: 'decision_id',
      columns: {
        decision_id: 'uuid',
        instrument: 'text',
        outcome: 'text',
        decided_on: 'text',
        decided_earliest: 'date',
        decided_before: 'date',
        organ_group_id: 'uuid',
        organ_name: 'text',
        meeting_id: 'uuid',
        matter_id: 'uuid',
        paragraph: 'text',
        agenda_item: 'text',
        registry_number: 'text',
        confidence: 'text',
        reported_on: 'text',
        duplicate_of: 'uuid',
      },
      rows: decisionRows,
    },
    {
      table: 'decision_point',
      key: 'point_id',
      columns: {
        point_id: 'uuid',
        decision_id: 'uuid',
        number: 'integer',
        kind: 'text',
        text_sd: 'text',
        valid: 'daterange',
        superseded: 'boolean',
      },
      rows: (decision) => decision.points.map((point) => pointRow(decision, point)),
    },
    {
      table: 'statement',
      key: 'statement_id',
      columns: {
        statement_id: 'uuid',
        decision_id: 'uuid',
        kind: 'text',
        point: 'integer',
        party_ids: 'jsonb',
        person_ids: 'jsonb',
        text_sd: 'text',
      },
      rows: (decision) =>
        decision.statements.map((statement) => ({
          statement_id: statement.statementId,
          decision_id: decision.id,
          kind: statement.kind,
          point: statement.point === undefined ? null : String(statement.point),
          party_ids: JSON.stringify(statement.partyIds),
          person_ids: JSON.stringify(statement.personIds),
          text_sd: digest(statement.text),
        })),
    },
  ],
});

function decisionRows(decision: DecisionState): Row[] {
  if (decision.id === '') return [];
  const { earliest, before } = bounds(decision.decidedOn);
  return [
    {
      decision_id: decision.id,
      instrument: decision.instrument,
      outcome: decision.outcome,
      decided_on: decision.decidedOn,
      decided_earliest: earliest ?? null,
      decided_before: before ?? null,
      organ_group_id: decision.organ?.groupId ?? null,
      organ_name: decision.organ?.name ?? decision.organ?.candidates?.join(' | ') ?? null,
      meeting_id: decision.meetingId ?? null,
      matter_id: decision.matterId ?? null,
      paragraph: decision.paragraph ?? null,
      agenda_item: decision.agendaItem ?? null,
      registry_number: decision.registryNumber ?? null,
      confidence: decision.confidence,
      reported_on: decision.reported?.on ?? null,
      duplicate_of: decision.duplicateOf ?? null,
    },
  ];
}

function pointRow(decision: DecisionState, point: Point): Row {
  return {
    point_id: derivedId('point', decision.id, point.number),
    decision_id: decision.id,
    number: String(point.number),
    kind: point.kind,
    text_sd: digest(point.text),
    valid: effectOf(decision, point),
    superseded: String(point.superseded !== undefined),
  };
}

/** What never had effect, because of the outcome or because it was superseded before its first day, is an empty range. */
function effectOf(decision: DecisionState, { effectiveFrom, effectiveTo, superseded }: Point): string | null {
  if (!mayHaveEffect(decision)) return 'empty';
  if (effectiveFrom === undefined) return null;
  const ends = [effectiveTo, superseded && (superseded.from ?? effectiveFrom)].filter(
    (d): d is CivilDate => d !== undefined,
  );
  const to = ends.sort()[0];
  if (to !== undefined && to <= effectiveFrom) return 'empty';
  return dateRangeText(to === undefined ? { from: effectiveFrom } : { from: effectiveFrom, to });
}
