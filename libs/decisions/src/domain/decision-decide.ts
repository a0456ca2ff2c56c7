import { Refusal, withoutUndefined, type DecideContext } from '@liggare/kernel';
import { decideAnnulment } from './annulment-decide.js';
import { decideBallot } from './ballot.js';
import type { DecisionCommand } from './decision-commands.js';
import type { DecisionEvent } from './decision-events.js';
import type { DecisionState } from './decision.js';
import { decideDeferral } from './deferral.js';
import { decideElection } from './election-decide.js';
import { followMinutes } from './follow-minutes.js';
import { decideLegalForce } from './legal-force-decide.js';
import { decidePoint, pointOf } from './point-decide.js';
import { correctRegistration, record, refine } from './registration-decide.js';
import { sealedUnder } from './sealed-under.js';
import { decideStatement } from './statement-decide.js';

/**
 * @throws Refusal nothing registered, or twice; a point or statement that does not exist; a point numbered twice; from
 * after to; a field that is both set and cleared; an entry that is its own duplicate, or was discarded
 */
export function decideDecision(
  state: DecisionState,
  command: DecisionCommand,
  context: DecideContext,
): readonly DecisionEvent[] {
  if (command.type === 'RecordDecision') return record(state, command);
  if (state.id === '') throw new Refusal('not-registered', 'the decision is not registered');
  const decisionId = state.id;
  if (command.type === 'DiscardDecision') return discard(state, command.reason);
  if (command.type === 'FollowMinutes') return followMinutes(state, command);
  if (state.registeredInError) throw new Refusal('registered-in-error', 'the decision was registered in error');
  switch (command.type) {
    case 'RefineDecision':
      return refine(state, command);
    case 'CorrectDecisionRegistration':
      return correctRegistration(state, command);
    case 'AttachStatement':
    case 'RefineStatement':
    case 'CorrectStatementRegistration':
      return decideStatement(state, command, context);
    case 'CorrectPoint':
    case 'CorrectPointRegistration':
    case 'SupersedePoint':
      return decidePoint(state, command);
    case 'AdjustMinutes':
    case 'DiscardAdjustment':
    case 'PostNotice':
    case 'TakeNoticeDown':
    case 'DiscardNotice':
    case 'FileAppeal':
    case 'AppealFurther':
    case 'CloseAppeal':
    case 'GrantStay':
    case 'LiftStay':
      return decideLegalForce(state, command, context);
    case 'AnnulPoints':
    case 'FinalizeAnnulment':
    case 'DiscardAnnulment':
      return decideAnnulment(state, command, context);
    case 'RecordBallot':
    case 'CorrectBallotRegistration':
      if (command.point !== undefined) pointOf(state, command.point);
      return decideBallot(state, command, context);
    case 'RecordElection':
    case 'CorrectElectionRegistration':
      if (command.point !== undefined) pointOf(state, command.point);
      return decideElection(state, command, context);
    case 'DeferDecision':
      return decideDeferral(state, command);
    case 'ReportDecision': {
      const { on, meetingId, paragraph } = command;
      return [{ type: 'DecisionReported', data: { decisionId, on, ...withoutUndefined({ meetingId, paragraph }) } }];
    }
    case 'MarkDuplicate': {
      const { duplicateOf } = command;
      if (duplicateOf === decisionId)
        throw new Refusal('duplicate-of-itself', 'an entry cannot be its own duplicate', '/duplicateOf');
      if (state.duplicateOf === duplicateOf) return [];
      const reason = sealedUnder(decisionId)(command.reason);
      return [{ type: 'DecisionMarkedDuplicate', data: { decisionId, duplicateOf, ...withoutUndefined({ reason }) } }];
    }
  }
}

/** @throws Refusal `has-annulments`: groups may have acted on them, so they are discarded first */
function discard(state: DecisionState, why: string | undefined): readonly DecisionEvent[] {
  if (state.registeredInError) return [];
  if (state.annulments.length > 0) {
    throw new Refusal('has-annulments', 'annulments of its points are registered: discard those first');
  }
  const reason = sealedUnder(state.id)(why);
  return [{ type: 'DecisionRegisteredInError', data: { decisionId: state.id, ...withoutUndefined({ reason }) } }];
}
