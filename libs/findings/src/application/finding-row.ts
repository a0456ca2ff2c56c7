import type { Row } from '@liggare/projections';
import { ruleDescriptions } from '../domain/all-rules.js';
import type { Finding } from '../domain/examine.js';

export const FINDING_TABLE = {
  table: 'finding',
  key: 'id',
  columns: {
    id: 'uuid',
    rule: 'text',
    severity: 'text',
    entity_type: 'text',
    entity_id: 'uuid',
    raised_on: 'date',
    cleared_on: 'date',
    facts: 'jsonb',
  },
} as const;

/** As a row; the recorded axis is the table's own. The facts' order is fixed: rows are compared as texts. */
export function rowOf({ id, rule, entityType, entityId, raisedOn, clearedOn, facts }: Finding): Row {
  return {
    id,
    rule,
    severity: ruleDescriptions.get(rule)!.severity,
    entity_type: entityType,
    entity_id: entityId,
    raised_on: raisedOn ?? null,
    cleared_on: clearedOn ?? null,
    facts: JSON.stringify(Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)))),
  };
}

export interface StoredFinding {
  readonly id: string;
  readonly rule: string;
  readonly entity_type: string;
  readonly entity_id: string;
  readonly raised_on: Finding['raisedOn'] | null;
  readonly cleared_on: Finding['clearedOn'] | null;
  readonly facts: Finding['facts'];
}

export function findingOf(row: StoredFinding): Finding {
  return {
    ...{ id: row.id, rule: row.rule, entityType: row.entity_type, entityId: row.entity_id, facts: row.facts },
    ...(row.raised_on === null ? {} : { raisedOn: row.raised_on! }),
    ...(row.cleared_on === null ? {} : { clearedOn: row.cleared_on! }),
  };
}
