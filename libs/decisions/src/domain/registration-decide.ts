import { personal, Refusal, withoutUndefined } from '@liggare/kernel';
import { changedFields, formerFields } from './changed-fields.js';
import { checkSetOrCleared } from './clearing.js';
import type {
  CorrectDecisionRegistration,
  DecisionIdentity,
  RecordDecision,
  RefineDecision,
} from './decision-commands.js';
import type { DecisionEvent } from './decision-events.js';
import type { DecisionState } from './decision.js';
import { plainOrgan } from './organ.js';
import { checkOrder } from './point-decide.js';
import { sealedUnder } from './sealed-under.js';

/** @throws Refusal `already-exists`, `point-numbered-twice`, `from-after-to` */
export function record(state: DecisionState, command: RecordDecision): readonly DecisionEvent[] {
  if (state.id !== '') throw new Refusal('already-exists', 'the decision is already registered');
  const { decisionId, instrument, outcome, decidedOn, confidence, documentHash } = command;
  checkNumbers(command.points);
  const points = command.points.map(({ text, number, kind, effectiveFrom, effectiveTo }, index) => {
    checkOrder(effectiveFrom, effectiveTo, `/points/${index}/effectiveTo`);
    return { number, kind, text: personal(decisionId, text), ...withoutUndefined({ effectiveFrom, effectiveTo }) };
  });
  const sourceNote = sealedUnder(decisionId)(command.sourceNote);
  const refersTo = command.refersTo?.map(({ decisionId: earlier, point }) => ({
    decisionId: earlier,
    ...withoutUndefined({ point }),
  }));
  return [
    {
      type: 'DecisionRecorded',
      data: {
        ...{ decisionId, instrument, outcome, decidedOn, confidence, points },
        ...identityOf(command),
        ...withoutUndefined({ sourceNote, documentHash, refersTo }),
        ...(command.awaitsAdjustment ? { awaitsAdjustment: true } : {}),
      },
    },
  ];
}

/**
 * A source that says nothing new and is not named is nothing to record.
 * @throws Refusal `incomplete-point`, `point-numbered-twice`, `from-after-to`
 */
export function refine(state: DecisionState, command: RefineDecision): readonly DecisionEvent[] {
  const changed = changedFields(state, factsOf(command));
  const points = refinedPoints(state, command);
  const sourceNote = sealedUnder(state.id)(command.sourceNote);
  if (Object.keys(changed).length + points.length === 0 && sourceNote === undefined) return [];
  const former = formerFields(state, changed);
  return [
    {
      type: 'DecisionRefined',
      data: {
        decisionId: state.id,
        ...changed,
        ...withoutUndefined({ sourceNote }),
        ...(points.length === 0 ? {} : { points }),
        ...(Object.keys(former).length === 0 ? {} : { refines: former }),
      },
    },
  ];
}

/** @throws Refusal `set-and-cleared` */
export function correctRegistration(
  state: DecisionState,
  command: CorrectDecisionRegistration,
): readonly DecisionEvent[] {
  const { documentHash, clears = [] } = command;
  const sealed = sealedUnder(state.id);
  const set = { ...factsOf(command), ...withoutUndefined({ documentHash, sourceNote: sealed(command.sourceNote) }) };
  checkSetOrCleared(set, clears);
  const changed = changedFields(state, set);
  const cleared = clears.filter((name) => state[name] !== undefined);
  if (Object.keys(changed).length + cleared.length === 0) return [];
  const data = { decisionId: state.id, ...changed, ...withoutUndefined({ reason: sealed(command.reason) }) };
  const named = cleared.length === 0 ? data : { ...data, clears: cleared };
  return [{ type: 'DecisionRegistrationCorrected', data: named }];
}

function refinedPoints(state: DecisionState, { points = [] }: RefineDecision) {
  checkNumbers(points);
  return points.flatMap(({ number, kind, text, effectiveFrom, effectiveTo }, index) => {
    const before = state.points.find((point) => point.number === number);
    if (!before && (kind === undefined || text === undefined)) {
      const missing = kind === undefined ? 'kind' : 'text';
      throw new Refusal('incomplete-point', 'a new point needs its kind and text', `/points/${index}/${missing}`);
    }
    const after = { ...before, ...withoutUndefined({ effectiveFrom, effectiveTo }) };
    checkOrder(after.effectiveFrom, after.effectiveTo, `/points/${index}/effectiveTo`);
    const said = withoutUndefined({ kind, text: sealedUnder(state.id)(text), effectiveFrom, effectiveTo });
    const changed = changedFields(before ?? {}, said);
    return Object.keys(changed).length === 0 ? [] : [{ number, ...changed }];
  });
}

function checkNumbers(points: readonly { readonly number: number }[]): void {
  const numbers = points.map(({ number }) => number);
  const twice = numbers.findIndex((number, index) => numbers.indexOf(number) < index);
  if (twice === -1) return;
  throw new Refusal('point-numbered-twice', 'two points have the same number', `/points/${twice}/number`);
}

function factsOf(command: RefineDecision | CorrectDecisionRegistration) {
  const { instrument, outcome, decidedOn, confidence } = command;
  return { ...withoutUndefined({ instrument, outcome, decidedOn, confidence }), ...identityOf(command) };
}

function identityOf(identity: DecisionIdentity) {
  const { meetingId, matterId, session, sequence, paragraph, agendaItem, registryNumber } = identity;
  const organ = identity.organ === undefined ? undefined : plainOrgan(identity.organ);
  return withoutUndefined({
    ...{ organ, meetingId, matterId, session, sequence },
    ...{ paragraph, agendaItem, registryNumber },
  });
}
