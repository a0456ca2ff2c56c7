import { civilDate, specificationOf } from '@liggare/kernel';
import { retentionRuleAggregate, ruleOn, type RetentionEvent, type RetentionRule } from './retention-rule.js';

const given = specificationOf(retentionRuleAggregate);
const ruleId = '11111111-1111-4111-8111-111111111111';
const terms = {
  what: 'contact-details',
  years: 2,
  countedFrom: 'end-of-last-assignment',
  from: civilDate('2026-01-01'),
  authority: 'Kommunstyrelsen',
  legalBasis: 'Informationshanteringsplan 2026 § 4.2',
} as const;
const adopted: RetentionEvent = { type: 'RetentionRuleAdopted', data: { ruleId, ...terms } };
const ended: RetentionEvent = { type: 'RetentionRuleEnded', data: { ruleId, on: civilDate('2027-01-01') } };
const end = (on: string) => ({ type: 'EndRetentionRule', on: civilDate(on) }) as const;

describe('a rule of disposal', () => {
  it('is adopted, once, and ended, once', () => {
    given()
      .when({ type: 'AdoptRetentionRule', id: ruleId, ...terms })
      .then(adopted);
    given(adopted)
      .when({ type: 'AdoptRetentionRule', id: ruleId, ...terms })
      .thenRefused('already-exists');
    given(adopted).when(end('2027-01-01')).then(ended);
    given(adopted, ended).when(end('2027-01-01')).thenNothing();
    given(adopted, ended).when(end('2028-01-01')).thenRefused('rule-already-ended');
    given(adopted).when(end('2025-12-31')).thenRefused('from-after-to', '/on');
    given().when(end('2027-01-01')).thenRefused('not-registered');
  });

  it('is, of several on a day, the one that began last; its end is the first day without it', () => {
    const rule = (id: string, from: string, to?: string): RetentionRule => ({
      ...{ ...terms, id, from: civilDate(from) },
      ...(to === undefined ? {} : { to: civilDate(to) }),
    });
    const rules = [rule('b', '2026-06-01', '2027-01-01'), rule('a', '2026-01-01')];
    const on = (day: string) => ruleOn(rules, 'contact-details', civilDate(day))?.id;
    expect(['2025-12-31', '2026-01-01', '2026-06-01', '2026-12-31', '2027-01-01'].map(on)).toEqual([
      ...[undefined, 'a', 'b', 'b', 'a'],
    ]);
  });
});
