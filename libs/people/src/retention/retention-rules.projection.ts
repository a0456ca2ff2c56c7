import { foldingProjection } from '@liggare/projections';
import { retentionRuleAggregate, type RetentionEvent, type RetentionRuleState } from '../domain/retention-rule.js';

/** All rules of disposal, the ended ones too. */
export const retentionRulesProjection = foldingProjection<RetentionRuleState, RetentionEvent>({
  name: 'retention-rules',
  version: 1,
  aggregate: retentionRuleAggregate,
  schema: `
    create table retention_rule (
      rule_id       uuid not null,
      rule          jsonb not null,
      recorded_from numeric not null,
      recorded_to   numeric,
      primary key (rule_id, recorded_from),
      exclude using gist (rule_id with =, numrange(recorded_from, recorded_to) with &&)
    );
    comment on column retention_rule.rule is 'What is kept how long, counted from what, from and to which day, decided by whom';
  `,
  tables: [
    {
      table: 'retention_rule',
      key: 'rule_id',
      columns: { rule_id: 'uuid', rule: 'jsonb' },
      rows: ({ rule }) => (rule ? [{ rule_id: rule.id, rule: JSON.stringify(rule) }] : []),
    },
  ],
});
