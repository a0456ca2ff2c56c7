import { foldingProjection } from '@liggare/projections';
import type { DecisionEvent } from '../domain/decision-events.js';
import { decisionAggregate, type DecisionState } from '../domain/decision.js';
import { decisionRows, pointRows, referenceRows, statementRows } from './decision-rows.js';
import { decisionTables } from './decisions.schema.js';

/** Decisions, their points with the period of effect, and the statements attached to them. Texts are commitments. */
export const decisionsProjection = foldingProjection<DecisionState, DecisionEvent>({
  name: 'decisions',
  version: 6,
  aggregate: decisionAggregate,
  schema: decisionTables,
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
        organ_candidates: 'jsonb',
        meeting_id: 'uuid',
        matter_id: 'uuid',
        session: 'text',
        session_order: 'text',
        sequence: 'integer',
        paragraph: 'text',
        paragraph_order: 'text',
        agenda_item: 'text',
        registry_number: 'text',
        confidence: 'text',
        source_note_sd: 'text',
        document_hash: 'text',
        reported_on: 'text',
        reported_meeting_id: 'uuid',
        duplicate_of: 'uuid',
        provisional: 'boolean',
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
        superseded_by_decision_id: 'uuid',
        superseded_by_point: 'integer',
      },
      rows: pointRows,
    },
    {
      table: 'reference',
      key: 'reference_id',
      columns: { reference_id: 'uuid', decision_id: 'uuid', to_decision_id: 'uuid', to_point: 'integer' },
      rows: referenceRows,
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
        signatory_sd: 'text',
        filed_on: 'text',
        text_sd: 'text',
        document_hash: 'text',
      },
      rows: statementRows,
    },
  ],
});
