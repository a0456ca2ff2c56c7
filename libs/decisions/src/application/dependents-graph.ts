import { NO_EVENTS, NotFound, Repository, type CivilDate, type Position } from '@liggare/kernel';
import { Injectable } from '@nestjs/common';
import { isProvisional } from '../domain/decision-view.js';
import { decisionAggregate, type DecisionState } from '../domain/decision.js';
import { legalForceOf, type LegalForce } from '../domain/legal-force.js';
import { DecisionRegister, type DependentItem } from './decision-register.js';

/** Where a point stands on the day: an appeal against one decision says nothing of the next. */
export interface StandingPoint {
  readonly number: number;
  readonly legalForce: LegalForce;
}

/** A later decision that is about an earlier one, and what was recorded on it. */
export interface FollowOnDecision {
  readonly decisionId: string;
  /** The earlier decision that it is about; a point of it when it names one. */
  readonly about: { readonly decisionId: string; readonly point?: number };
  readonly points: readonly StandingPoint[];
  readonly rests: readonly DependentItem[];
}

/** What rests on one point of a decision: facts, later decisions about it, and what rests on those. */
export interface DependentsOfPoint {
  readonly decisionId: string;
  readonly point: number;
  readonly legalForce: LegalForce;
  readonly rests: readonly DependentItem[];
  /** The nearest first. */
  readonly followOn: readonly FollowOnDecision[];
}

/** More than any decision has; the paged list of dependents has the rest. */
const MOST = 1_000;

interface Moment {
  readonly validAt: CivilDate;
  readonly knownAt?: Position;
}

/** Follows what rests on a decision point from decision to decision (edge case 70). */
@Injectable()
export class DependentsGraph {
  constructor(
    private readonly repository: Repository,
    private readonly register: DecisionRegister,
  ) {}

  /**
   * @param inside may provisional decisions be seen?
   * @throws NotFound when the decision, or the point, was not known then
   */
  async of(decisionId: string, point: number, moment: Moment, inside: boolean): Promise<DependentsOfPoint> {
    const decision = await this.load(decisionId, moment);
    const known = decision && (inside || !isProvisional(decision)) && decision.points.some((p) => p.number === point);
    if (!known) throw new NotFound('decision point', `${decisionId}/${point}`);
    const seen = new Set([decisionId]);
    const followOn: FollowOnDecision[] = [];
    const ahead = [...(await this.register.followOn(moment, decisionId, point))];
    for (let next = ahead.shift(); next; next = ahead.shift()) {
      const later = await this.load(next.decisionId, moment);
      if (!later || seen.has(next.decisionId) || (!inside && isProvisional(later))) continue;
      seen.add(next.decisionId);
      followOn.push({
        ...next,
        points: later.points.map(({ number }) => standing(later, number, moment.validAt)),
        rests: await this.rests(next.decisionId, undefined, moment),
      });
      ahead.push(...(await this.register.followOn(moment, next.decisionId)));
    }
    const { legalForce } = standing(decision, point, moment.validAt);
    return { decisionId, point, legalForce, rests: await this.rests(decisionId, point, moment), followOn };
  }

  private async rests(decisionId: string, point: number | undefined, moment: Moment) {
    const { items } = await this.register.dependents(moment, decisionId, point, { limit: MOST, offset: 0 });
    return items;
  }

  private async load(id: string, { knownAt }: Moment): Promise<DecisionState | undefined> {
    const { state, revision } = await this.repository.load(decisionAggregate, id, knownAt);
    return revision === NO_EVENTS ? undefined : state;
  }
}

function standing(decision: DecisionState, number: number, day: CivilDate): StandingPoint {
  return { number, legalForce: legalForceOf(decision, number, day) };
}
