import { NO_EVENTS, Refusal, Repository, streamName, type DecisionPointRef, type EventStore } from '@liggare/kernel';
import { EVENT_STORE } from '@liggare/platform';
import { Inject, Injectable } from '@nestjs/common';
import { decisionAggregate, type DecisionState } from '../domain/decision.js';

/** What a decision, meeting or matter may refer to, by the category of its streams. */
export type Referable = 'matter' | 'meeting' | 'group' | 'party' | 'person';

/**
 * Does the register know what is referred to? What is in the log stays in the log, so that no later event can make
 * these checks wrong. People and groups are slices that this one does not know: all it asks of theirs is whether the
 * stream has begun.
 */
@Injectable()
export class References {
  constructor(
    private readonly repository: Repository,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async has(category: Referable, id: string): Promise<boolean> {
    for await (const _first of this.store.readStream(streamName(category, id), { limit: 1 })) return true;
    return false;
  }

  /** @throws Refusal `unknown-matter`, `unknown-party` and so on; an absent id refers to nothing and is fine */
  async check(category: Referable, id: string | undefined, field: string): Promise<void> {
    if (id === undefined || (await this.has(category, id))) return;
    throw new Refusal(`unknown-${category}`, `there is no such ${category} in the register`, field);
  }

  /** @throws Refusal naming the first that is not there, as {@link check} */
  async checkAll(category: Referable, ids: readonly string[] | undefined, field: string): Promise<void> {
    for (const [index, id] of (ids ?? []).entries()) await this.check(category, id, `${field}/${index}`);
  }

  /** @throws Refusal `unknown-decision` */
  async decision(id: string, field: string): Promise<DecisionState> {
    const { state, revision } = await this.repository.load(decisionAggregate, id);
    if (revision === NO_EVENTS)
      throw new Refusal('unknown-decision', 'there is no such decision in the register', field);
    return state;
  }

  /** @throws Refusal `unknown-decision`, `unknown-decision-point` */
  async point(ref: DecisionPointRef | undefined, field: string): Promise<void> {
    if (ref === undefined) return;
    const { points } = await this.decision(ref.decisionId, field);
    if (!points.some(({ number }) => number === ref.point)) {
      throw new Refusal('unknown-decision-point', 'the decision has no such point', field);
    }
  }
}
