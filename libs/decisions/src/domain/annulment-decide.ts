import { Refusal, withoutUndefined, type CivilDate, type DecideContext } from '@liggare/kernel';
import type { DecisionEvent } from './decision-events.js';
import type { Annulment, DecisionState } from './decision.js';
import { appealOf } from './legal-force-decide.js';
import { sealedUnder } from './sealed-under.js';

/** A court has annulled points. Final at once when the day is known; else that comes later. */
export interface AnnulPoints {
  readonly type: 'AnnulPoints';
  /** The appeal in which it was judged, when that is registered. */
  readonly appealId?: string;
  readonly points: readonly number[];
  readonly court: string;
  readonly caseNumber?: string;
  readonly judgmentOn: CivilDate;
  readonly finalOn?: CivilDate;
}

/** The judgment can no longer be appealed against. Again with another day: the first was wrong. */
export interface FinalizeAnnulment {
  readonly type: 'FinalizeAnnulment';
  readonly appealId: string;
  readonly finalOn: CivilDate;
}

/** It was not judged so, or not in the end. */
export interface DiscardAnnulment {
  readonly type: 'DiscardAnnulment';
  readonly appealId: string;
  readonly reason?: string;
}

export type AnnulmentCommand = AnnulPoints | FinalizeAnnulment | DiscardAnnulment;

/** @throws Refusal `unknown-point`, `already-annulled`, `unknown-annulment`, `final-before-judgment` */
export function decideAnnulment(
  state: DecisionState,
  command: AnnulmentCommand,
  context: DecideContext,
): readonly DecisionEvent[] {
  const decisionId = state.id;
  switch (command.type) {
    case 'AnnulPoints': {
      const { type: _, points, appealId, ...judgment } = command;
      if (appealId !== undefined) appealOf(state.proceedings.appeals, appealId);
      points.forEach((point, n) => checkNotAnnulled(state, point, `/points/${n}`));
      checkOrder(judgment.judgmentOn, judgment.finalOn);
      const data = {
        decisionId,
        appealId: appealId ?? context.id(0),
        points: [...points],
        ...withoutUndefined(judgment),
      };
      return [{ type: 'PointsAnnulled', data }];
    }
    case 'FinalizeAnnulment': {
      const { appealId, finalOn } = command;
      const { points, judgmentOn, finalOn: before } = annulmentOf(state, appealId);
      checkOrder(judgmentOn, finalOn);
      if (before === finalOn) return [];
      return [{ type: 'AnnulmentBecameFinal', data: { decisionId, appealId, points: [...points], finalOn } }];
    }
    case 'DiscardAnnulment': {
      const { appealId } = command;
      const points = [...annulmentOf(state, appealId).points];
      const reason = sealedUnder(decisionId)(command.reason);
      return [
        { type: 'AnnulmentRegisteredInError', data: { decisionId, appealId, points, ...withoutUndefined({ reason }) } },
      ];
    }
  }
}

function annulmentOf({ annulments }: DecisionState, appealId: string): Annulment {
  const found = annulments.find((a) => a.appealId === appealId);
  if (!found) throw new Refusal('unknown-annulment', 'the decision has no such annulment', '/appealId');
  return found;
}

function checkNotAnnulled(state: DecisionState, point: number, field: string): void {
  if (!state.points.some(({ number }) => number === point)) {
    throw new Refusal('unknown-point', 'the decision has no such point', field);
  }
  if (state.annulments.some(({ points }) => points.includes(point))) {
    throw new Refusal('already-annulled', 'the point is registered as annulled already', field);
  }
}

function checkOrder(judgmentOn: CivilDate, finalOn: CivilDate | undefined): void {
  if (finalOn !== undefined && finalOn < judgmentOn) {
    throw new Refusal('final-before-judgment', 'a judgment cannot be final before it is given', '/finalOn');
  }
}
