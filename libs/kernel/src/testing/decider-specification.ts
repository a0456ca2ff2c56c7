import { deepStrictEqual, fail, ok } from 'node:assert/strict';
import type { Aggregate, DecideContext } from '../command/decider.js';
import { Refusal } from '../command/refusal.js';
import type { DomainEvent } from '../events/domain-event.js';
import { civilDate } from '../time/civil-date.js';

/** Ids are predictable in specifications: `id(0)` is `00000000-0000-5000-8000-000000000000`. */
export const specificationContext: DecideContext = {
  today: civilDate('2026-11-23'),
  id: (n) => specificationId(n),
};

export function specificationId(n: number): string {
  return `00000000-0000-5000-8000-${String(n).padStart(12, '0')}`;
}

/**
 * *Given* these events, *when* this command comes, *then* these events follow:
 *
 * ```ts
 * const given = specificationOf(groups);
 * given(established).when({ type: 'AppointMember', … }).then(memberAppointed);
 * given(established, dissolved).when({ … }).thenRefused('group-dissolved');
 * ```
 * Every event, given or produced, is also checked against the catalogue's schema.
 */
export function specificationOf<S, C, E extends DomainEvent>(aggregate: Aggregate<S, C, E>) {
  return (...given: readonly E[]) => {
    const state = given.reduce((s, event) => {
      aggregate.catalogue.check(event);
      return aggregate.evolve(s, event);
    }, aggregate.initialState);
    return {
      state,
      when(command: C, context: Partial<DecideContext> = {}) {
        const decide = () => aggregate.decide(state, command, { ...specificationContext, ...context });
        return {
          then(...expected: readonly E[]): void {
            const events = decide();
            for (const event of events) aggregate.catalogue.check(event);
            deepStrictEqual(JSON.parse(JSON.stringify(events)), JSON.parse(JSON.stringify(expected)));
          },
          thenNothing(): void {
            deepStrictEqual(decide(), []);
          },
          thenRefused(rule: string, field?: string): void {
            try {
              decide();
            } catch (error) {
              ok(error instanceof Refusal, `expected a refusal, got ${String(error)}`);
              deepStrictEqual(error.rule, rule);
              if (field !== undefined) deepStrictEqual(error.field, field);
              return;
            }
            fail(`expected to be refused (${rule}), but it was carried out`);
          },
        };
      },
    };
  };
}
