import { type DecideContext, Refusal, sealedText, tidied, tidy, tidyList, withoutUndefined } from '@liggare/kernel';
import { correctRegistration } from './correct-registration.js';
import type { Description, InitiativeCommand, SucceedInitiative } from './initiative-commands.js';
import type { InitiativeEvent } from './initiative-events.js';
import type { InitiativeState } from './initiative.js';
import { addPartner, assignResponsibility, endResponsibility, partnerLeaves } from './decide-bodies.js';
import { decideWork } from './decide-work.js';

/**
 * Refuses little: what looks odd (completed before it began, decided twice) is recorded as it was reported.
 * @throws Refusal an unknown responsibility, partner or fact; `from` after `to`; an initiative that succeeds itself, or
 * was discarded
 */
export function decideInitiative(
  state: InitiativeState,
  command: InitiativeCommand,
  context: DecideContext,
): readonly InitiativeEvent[] {
  if (command.type === 'RegisterInitiative') {
    if (state.id !== '') throw new Refusal('already-exists', 'the initiative is already registered');
    const { initiativeId, confidence, title, kinds, level, areas } = command;
    const data = { initiativeId, registrationId: context.id(0), confidence };
    const required = { title: tidy(title), kinds: [...new Set(kinds)], level, areas: tidyList(areas) };
    const described = { ...storedDescription(initiativeId, command), ...required };
    const since = withoutUndefined({ registeredFor: command.registeredFor });
    return [{ type: 'InitiativeRegistered', data: { ...data, ...described, ...since } }];
  }
  if (state.id === '') throw new Refusal('not-registered', 'the initiative is not registered');
  const initiativeId = state.id;
  if (command.type === 'DiscardInitiative') return discard(state, command.reason);
  if (state.registeredInError) throw new Refusal('registered-in-error', 'the initiative was registered in error');
  switch (command.type) {
    case 'DecideInitiative':
      return [{ type: 'InitiativeDecided', data: milestone(initiativeId, command, context) }];
    case 'StartInitiative':
      return [{ type: 'InitiativeStarted', data: milestone(initiativeId, command, context) }];
    case 'CompleteInitiative':
      return [{ type: 'InitiativeCompleted', data: milestone(initiativeId, command, context) }];
    case 'PauseInitiative':
      return [{ type: 'InitiativePaused', data: milestone(initiativeId, command, context) }];
    case 'ResumeInitiative':
      return [{ type: 'InitiativeResumed', data: milestone(initiativeId, command, context) }];
    case 'DiscontinueInitiative': {
      const reason = withoutUndefined({ reason: sealedText(initiativeId, command.reason) });
      return [{ type: 'InitiativeDiscontinued', data: { ...milestone(initiativeId, command, context), ...reason } }];
    }
    case 'ReviseInitiative': {
      const { from, basis } = command;
      const changes = storedDescription(initiativeId, command);
      if (Object.keys(changes).length === 0) return [];
      const data = { initiativeId, revisionId: context.id(0), from, ...changes, ...withoutUndefined({ basis }) };
      return [{ type: 'InitiativeRevised', data }];
    }
    case 'AssignResponsibility':
      return assignResponsibility(state, command, context);
    case 'EndResponsibility':
      return endResponsibility(state, command);
    case 'AddPartner':
      return addPartner(state, command, context);
    case 'PartnerLeaves':
      return partnerLeaves(state, command);
    case 'LinkDecision': {
      const { basis, relation } = command;
      const same = state.links.some(
        (link) =>
          link.relation === relation && link.basis.decisionId === basis.decisionId && link.basis.point === basis.point,
      );
      return same ? [] : [{ type: 'DecisionLinked', data: { initiativeId, linkId: context.id(0), relation, basis } }];
    }
    case 'SucceedInitiative':
      return succeed(state, command, context);
    case 'CorrectInitiativeRegistration': {
      const fields = storedDescription(initiativeId, command);
      return correctRegistration(state, command, fields, sealedText(initiativeId, command.reason));
    }
    default:
      return decideWork(state, command, context);
  }
}

function discard({ id: initiativeId, registeredInError }: InitiativeState, why?: string): readonly InitiativeEvent[] {
  if (registeredInError) return [];
  const reason = withoutUndefined({ reason: sealedText(initiativeId, why) });
  return [{ type: 'InitiativeRegisteredInError', data: { initiativeId, ...reason } }];
}

function milestone<On extends string>(
  initiativeId: string,
  { on, basis }: { readonly on: On; readonly basis?: { readonly decisionId: string; readonly point: number } },
  context: DecideContext,
) {
  return { initiativeId, milestoneId: context.id(0), on, ...withoutUndefined({ basis }) };
}

function succeed(
  state: InitiativeState,
  command: SucceedInitiative,
  context: DecideContext,
): readonly InitiativeEvent[] {
  const { successorId, kind, on, basis } = command;
  if (successorId === state.id) {
    throw new Refusal('succeeds-itself', 'an initiative cannot succeed itself', '/successorId');
  }
  const indicatorIds = command.indicatorIds && [...new Set(command.indicatorIds)];
  const data = { initiativeId: state.id, successionId: context.id(0), successorId, kind, on };
  const more = withoutUndefined({ continues: tidied(command.continues), indicatorIds, basis });
  return [{ type: 'SucceededBy', data: { ...data, ...more } }];
}

/** Of the description what is given, as it is stored; areas and kinds once each. */
function storedDescription(initiativeId: string, description: Partial<Description>) {
  const { title, problem, cause, kinds, level, areas, targetGroup, details, publicSummary, secrecy } = description;
  return withoutUndefined({
    title: tidied(title),
    problem: tidied(problem),
    cause: tidied(cause),
    kinds: kinds && [...new Set(kinds)],
    level,
    areas: areas && tidyList(areas),
    targetGroup: tidied(targetGroup),
    details: sealedText(initiativeId, details),
    publicSummary: tidied(publicSummary),
    secrecy: tidied(secrecy),
  });
}
