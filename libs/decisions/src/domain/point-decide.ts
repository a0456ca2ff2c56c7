import { personal, Refusal, withoutUndefined, type CivilDate } from '@liggare/kernel';
import { changedFields, withoutFields } from './changed-fields.js';
import { checkSetOrCleared } from './clearing.js';
import type { CorrectPointRegistration, PointCommand } from './decision-commands.js';
import type { DecisionEvent } from './decision-events.js';
import type { DecisionState, Point } from './decision.js';
import { sealedUnder } from './sealed-under.js';

/** @throws Refusal `unknown-point`, `from-after-to`, `set-and-cleared` */
export function decidePoint(state: DecisionState, command: PointCommand): readonly DecisionEvent[] {
  const decisionId = state.id;
  const sealed = sealedUnder(decisionId);
  const before = pointOf(state, command.point);
  switch (command.type) {
    case 'CorrectPoint': {
      const { point, correctedOn, basis } = command;
      const [correctedBy, reason] = [sealed(command.correctedBy), sealed(command.reason)];
      const data = { decisionId, point, former: before.text, text: personal(decisionId, command.text), correctedOn };
      return [{ type: 'PointCorrected', data: { ...data, ...withoutUndefined({ correctedBy, reason, basis }) } }];
    }
    case 'CorrectPointRegistration':
      return correctPointRegistration(decisionId, before, command);
    case 'SupersedePoint': {
      const { point, from, basis } = command;
      return [{ type: 'PointSuperseded', data: { decisionId, point, ...withoutUndefined({ from, basis }) } }];
    }
  }
}

function correctPointRegistration(
  decisionId: string,
  before: Point,
  command: CorrectPointRegistration,
): readonly DecisionEvent[] {
  const { point, kind, effectiveFrom, effectiveTo, clears = [] } = command;
  const sealed = sealedUnder(decisionId);
  const set = withoutUndefined({ kind, effectiveFrom, effectiveTo, text: sealed(command.text) });
  checkSetOrCleared(set, clears);
  const cleared = clears.filter((name) => before[name] !== undefined);
  const after = { ...withoutFields(before, cleared), ...set };
  checkOrder(after.effectiveFrom, after.effectiveTo, '/effectiveTo');
  const changed = changedFields(before, set);
  if (Object.keys(changed).length + cleared.length === 0) return [];
  const data = { decisionId, point, ...changed, ...withoutUndefined({ reason: sealed(command.reason) }) };
  const named = cleared.length === 0 ? data : { ...data, clears: cleared };
  return [{ type: 'PointRegistrationCorrected', data: named }];
}

/** @throws Refusal `unknown-point` */
export function pointOf(state: DecisionState, number: number): Point {
  const found = state.points.find((point) => point.number === number);
  if (!found) throw new Refusal('unknown-point', 'the decision has no such point', '/point');
  return found;
}

/** @throws Refusal `from-after-to` */
export function checkOrder(from: CivilDate | undefined, to: CivilDate | undefined, field: string): void {
  if (from !== undefined && to !== undefined && from > to) {
    throw new Refusal('from-after-to', 'the effect cannot end before it begins', field);
  }
}
