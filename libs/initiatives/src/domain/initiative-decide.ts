import { personal, Refusal, withoutUndefined, type DecideContext, type Personal } from '@liggare/kernel';
import { correctRegistration } from './correct-registration.js';
import type { Description, InitiativeCommand } from './initiative-commands.js';
import type { InitiativeEvent } from './initiative-events.js';
import type { InitiativeState } from './initiative.js';
import { addPartner, assignResponsibility, endResponsibility, partnerLeaves } from './decide-bodies.js';

/**
 * Refuses little: what looks odd (completed before it began, decided twice) is recorded as it was reported.
 * @throws Refusal an unknown responsibility, partner or fact; `from` after `to`; an initiative that succeeds itself
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
    const described = { ...plainDescription(command), ...required({ title, kinds, level, areas }) };
    const since = withoutUndefined({ registeredFor: command.registeredFor });
    return [{ type: 'InitiativeRegistered', data: { ...data, ...described, ...since } }];
  }
  if (state.id === '') throw new Refusal('not-registered', 'the initiative is not registered');
  const initiativeId = state.id;
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
      const reason = withoutUndefined({ reason: sealed(initiativeId, command.reason) });
      return [{ type: 'InitiativeDiscontinued', data: { ...milestone(initiativeId, command, context), ...reason } }];
    }
    case 'ReviseInitiative': {
      const { from, basis } = command;
      const changes = plainDescription(command);
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
    case 'SucceedInitiative': {
      const { successorId, kind, on, basis } = command;
      if (successorId === initiativeId) {
        throw new Refusal('succeeds-itself', 'an initiative cannot succeed itself', '/successorId');
      }
      const data = { initiativeId, successionId: context.id(0), successorId, kind, on };
      return [{ type: 'SucceededBy', data: { ...data, ...withoutUndefined({ basis }) } }];
    }
    case 'CorrectInitiativeRegistration': {
      const fields = plainDescription(command);
      return correctRegistration(state, command, fields, sealed(initiativeId, command.reason));
    }
  }
}

function milestone<On extends string>(
  initiativeId: string,
  { on, basis }: { readonly on: On; readonly basis?: { readonly decisionId: string; readonly point: number } },
  context: DecideContext,
) {
  return { initiativeId, milestoneId: context.id(0), on, ...withoutUndefined({ basis }) };
}

/** Of the description what is given; texts in one form, areas and kinds once each. */
function plainDescription({ title, problem, cause, kinds, level, areas }: Partial<Description>) {
  return withoutUndefined({
    title: title?.normalize('NFC').trim(),
    problem: problem?.normalize('NFC').trim(),
    cause: cause?.normalize('NFC').trim(),
    kinds: kinds && [...new Set(kinds)],
    level,
    areas: areas && [...new Set(areas.map((area) => area.normalize('NFC').trim()))],
  });
}

function required({ title, kinds, level, areas }: Pick<Description, 'title' | 'kinds' | 'level' | 'areas'>) {
  const plain = plainDescription({ title, kinds, level, areas });
  return { title: plain.title ?? title, kinds: plain.kinds ?? [], level, areas: plain.areas ?? [] };
}

function sealed(initiativeId: string, text: string | undefined): Personal | undefined {
  return text === undefined ? undefined : personal(initiativeId, text);
}
