import {
  defineEvent,
  EventCatalogue,
  field,
  Refusal,
  withoutUndefined,
  type Aggregate,
  type CivilDate,
  type DecisionPointRef,
  type EventOf,
} from '@liggare/kernel';
import { Type } from '@sinclair/typebox';

/** What can be disposed of by rule. Names stand in minutes: they go only when a decision says so of a person. */
export const DISPOSABLE = ['contact-details'] as const;
export type Disposable = (typeof DISPOSABLE)[number];

/** From when the years are counted. Of a person who never had an assignment: from when it was recorded. */
export const COUNTED_FROM = ['end-of-last-assignment', 'recording'] as const;
export type CountedFrom = (typeof COUNTED_FROM)[number];

export const RetentionRuleAdopted = defineEvent('RetentionRuleAdopted', {
  sv: 'En gallringsfrist är beslutad: så länge bevaras uppgifterna',
  en: 'A rule of disposal was decided: so long the data is kept',
  classification: 'public',
  data: field.object({
    ruleId: field.uuid('The rule'),
    what: field.oneOf(DISPOSABLE, 'Which data'),
    years: Type.Integer({ minimum: 0, maximum: 200, description: 'Whole years that it is kept' }),
    countedFrom: field.oneOf(COUNTED_FROM, 'From when the years are counted'),
    from: field.day('First day on which the rule holds'),
    authority: field.text('The body that decided it'),
    legalBasis: field.text('The provision or plan of records it stands in'),
    decision: field.basis(),
  }),
  validTime: ({ from }) => ({ from }),
});

export const RetentionRuleEnded = defineEvent('RetentionRuleEnded', {
  sv: 'En gallringsfrist gäller inte längre',
  en: 'A rule of disposal holds no longer',
  classification: 'public',
  data: field.object({ ruleId: field.uuid('The rule'), on: field.day('First day on which it does not hold') }),
  validTime: ({ on }) => ({ to: on }),
});

export const retentionEvents = new EventCatalogue([RetentionRuleAdopted, RetentionRuleEnded]);
export type RetentionEvent = EventOf<(typeof retentionEvents.definitions)[number]>;

export interface RetentionRule {
  readonly id: string;
  readonly what: Disposable;
  readonly years: number;
  readonly countedFrom: CountedFrom;
  readonly from: CivilDate;
  /** First day without it. */
  readonly to?: CivilDate;
  readonly authority: string;
  readonly legalBasis: string;
  readonly decision?: DecisionPointRef;
}

/** Undefined until it is adopted. */
export type RetentionRuleState = { readonly rule?: RetentionRule };

export type RetentionRuleCommand =
  | ({ readonly type: 'AdoptRetentionRule' } & Omit<RetentionRule, 'to'>)
  | { readonly type: 'EndRetentionRule'; readonly on: CivilDate };

export const retentionRuleAggregate: Aggregate<RetentionRuleState, RetentionRuleCommand, RetentionEvent> = {
  category: 'retention-rule',
  catalogue: retentionEvents,
  initialState: {},
  decide({ rule }, command) {
    if (command.type === 'AdoptRetentionRule') {
      if (rule) throw new Refusal('already-exists', 'the rule is already registered');
      const { type: _, id: ruleId, decision, ...adopted } = command;
      return [{ type: 'RetentionRuleAdopted', data: { ruleId, ...adopted, ...withoutUndefined({ decision }) } }];
    }
    if (!rule) throw new Refusal('not-registered', 'the rule is not registered');
    const { on } = command;
    if (rule.to === on) return [];
    if (rule.to !== undefined) throw new Refusal('rule-already-ended', 'the rule has an end already');
    if (on < rule.from) throw new Refusal('from-after-to', 'it cannot end before it begins', '/on');
    return [{ type: 'RetentionRuleEnded', data: { ruleId: rule.id, on } }];
  },
  evolve(state, { type, data }) {
    if (type === 'RetentionRuleAdopted') {
      const { ruleId: id, ...rule } = data;
      return { rule: { id, ...rule } };
    }
    return state.rule ? { rule: { ...state.rule, to: data.on } } : state;
  },
};

/** The rule for such data on a day: of several, the one that began last. */
export function ruleOn(rules: readonly RetentionRule[], what: Disposable, day: CivilDate): RetentionRule | undefined {
  return rules
    .filter((rule) => rule.what === what && rule.from <= day && (rule.to === undefined || day < rule.to))
    .reduce<RetentionRule | undefined>((last, rule) => (last && last.from > rule.from ? last : rule), undefined);
}
