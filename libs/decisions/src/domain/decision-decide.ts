import {
  personal,
  Refusal,
  withoutUndefined,
  type CivilDate,
  type DecideContext,
  type Personal,
} from '@liggare/kernel';
import type { AttachStatement, DecisionCommand, DecisionIdentity, RecordDecision } from './decision-commands.js';
import type { DecisionEvent } from './decision-events.js';
import type { DecisionState, Point } from './decision.js';
import { plain } from './meeting.js';

/** @throws Refusal nothing registered, or twice; a point that does not exist or is numbered twice; from after to */
export function decideDecision(
  state: DecisionState,
  command: DecisionCommand,
  context: DecideContext,
): readonly DecisionEvent[] {
  if (command.type === 'RecordDecision') return record(state, command);
  if (state.id === '') throw new Refusal('not-registered', 'the decision is not registered');
  const decisionId = state.id;
  const sealed = (text: string | undefined) => (text === undefined ? undefined : personal(decisionId, text));
  switch (command.type) {
    case 'AttachStatement':
      return attach(state, command, context, sealed);
    case 'RefineDecision': {
      const { decidedOn, confidence } = command;
      const data = withoutUndefined({ decidedOn, confidence, sourceNote: sealed(command.sourceNote) });
      return [{ type: 'DecisionRefined', data: { decisionId, ...identityOf(command), ...data } }];
    }
    case 'CorrectPoint': {
      const { point, correctedOn, basis } = command;
      const { text: former } = pointOf(state, point);
      const text = personal(decisionId, command.text);
      const data = { decisionId, point, former, text, correctedOn, ...withoutUndefined({ basis }) };
      return [{ type: 'PointCorrected', data }];
    }
    case 'CorrectPointRegistration': {
      const { point, kind, effectiveFrom, effectiveTo } = command;
      const before = pointOf(state, point);
      checkOrder(effectiveFrom ?? before.effectiveFrom, effectiveTo ?? before.effectiveTo, '/effectiveTo');
      const texts = { text: sealed(command.text), reason: sealed(command.reason) };
      const data = { decisionId, point, ...withoutUndefined({ kind, effectiveFrom, effectiveTo, ...texts }) };
      return [{ type: 'PointRegistrationCorrected', data }];
    }
    case 'SupersedePoint': {
      const { point, from, basis } = command;
      pointOf(state, point);
      return [{ type: 'PointSuperseded', data: { decisionId, point, ...withoutUndefined({ from, basis }) } }];
    }
    case 'ReportDecision': {
      const { on, meetingId, paragraph } = command;
      return [{ type: 'DecisionReported', data: { decisionId, on, ...withoutUndefined({ meetingId, paragraph }) } }];
    }
    case 'MarkDuplicate': {
      const { duplicateOf } = command;
      if (duplicateOf === decisionId)
        throw new Refusal('duplicate-of-itself', 'an entry cannot be its own duplicate', '/duplicateOf');
      if (state.duplicateOf === duplicateOf) return [];
      const reason = sealed(command.reason);
      return [{ type: 'DecisionMarkedDuplicate', data: { decisionId, duplicateOf, ...withoutUndefined({ reason }) } }];
    }
  }
}

function record(state: DecisionState, command: RecordDecision): readonly DecisionEvent[] {
  if (state.id !== '') throw new Refusal('already-exists', 'the decision is already registered');
  const { decisionId, instrument, outcome, decidedOn, confidence, documentHash } = command;
  const numbers = new Set<number>();
  const points = command.points.map(({ text, number, kind, effectiveFrom, effectiveTo }, index) => {
    if (numbers.has(number))
      throw new Refusal('point-numbered-twice', 'two points have the same number', `/points/${index}/number`);
    numbers.add(number);
    checkOrder(effectiveFrom, effectiveTo, `/points/${index}/effectiveTo`);
    return { number, kind, text: personal(decisionId, text), ...withoutUndefined({ effectiveFrom, effectiveTo }) };
  });
  const sourceNote = command.sourceNote === undefined ? undefined : personal(decisionId, command.sourceNote);
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
      },
    },
  ];
}

function attach(
  state: DecisionState,
  command: AttachStatement,
  context: DecideContext,
  sealed: (text: string | undefined) => Personal | undefined,
): readonly DecisionEvent[] {
  const { kind, point, filedOn, documentHash } = command;
  if (point !== undefined) pointOf(state, point);
  const texts = { signatory: sealed(command.signatory), text: sealed(command.text) };
  return [
    {
      type: 'StatementAttached',
      data: {
        decisionId: state.id,
        statementId: context.id(0),
        kind,
        partyIds: [...command.partyIds],
        personIds: [...command.personIds],
        ...withoutUndefined({ point, filedOn, documentHash, ...texts }),
      },
    },
  ];
}

function identityOf({ organ, meetingId, matterId, paragraph, agendaItem, registryNumber }: DecisionIdentity) {
  const body = organ === undefined ? undefined : plain(organ);
  return withoutUndefined({ organ: body, meetingId, matterId, paragraph, agendaItem, registryNumber });
}

function pointOf(state: DecisionState, number: number): Point {
  const found = state.points.find((point) => point.number === number);
  if (!found) throw new Refusal('unknown-point', 'the decision has no such point', '/point');
  return found;
}

function checkOrder(from: CivilDate | undefined, to: CivilDate | undefined, field: string): void {
  if (from !== undefined && to !== undefined && from > to) {
    throw new Refusal('from-after-to', 'the effect cannot end before it begins', field);
  }
}
