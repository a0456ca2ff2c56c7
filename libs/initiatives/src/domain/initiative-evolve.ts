import { partialDate, type CivilDate, type EventOf, type PartialDate } from '@liggare/kernel';
import { evolveWork, withoutWork } from './evolve-work.js';
import type { InitiativeEvent, InitiativeRegistrationCorrected } from './initiative-events.js';
import type { InitiativeState, Milestone } from './initiative.js';
import { UNREGISTERED } from './unregistered.js';

export function evolveInitiative(state: InitiativeState, event: InitiativeEvent): InitiativeState {
  switch (event.type) {
    case 'InitiativeRegisteredInError': {
      const { id, registrationId, registered } = state;
      return { ...UNREGISTERED, id, registrationId, registered, registeredInError: true };
    }
    case 'InitiativeRegistered': {
      const { initiativeId: id, registrationId, registeredFor, confidence, ...registered } = event.data;
      const since = registeredFor === undefined ? {} : { registeredFor };
      return { ...state, id, registrationId, registered, confidence, ...since };
    }
    case 'InitiativeDecided':
      return withMilestone(state, 'decided', event.data);
    case 'InitiativeStarted':
    case 'InitiativeResumed':
      return withMilestone(state, 'ongoing', event.data);
    case 'InitiativePaused':
      return withMilestone(state, 'paused', event.data);
    case 'InitiativeCompleted':
      return withMilestone(state, 'completed', event.data);
    case 'InitiativeDiscontinued':
      return withMilestone(state, 'discontinued', event.data);
    case 'InitiativeRevised': {
      const { initiativeId: _, ...revision } = event.data;
      return { ...state, revisions: [...state.revisions, revision] };
    }
    case 'ResponsibilityAssigned': {
      const { initiativeId: _, ...responsibility } = event.data;
      return { ...state, responsibilities: [...state.responsibilities, responsibility] };
    }
    case 'ResponsibilityEnded': {
      const { responsibilityId, to } = event.data;
      const ended = state.responsibilities.map((r) => (r.responsibilityId === responsibilityId ? { ...r, to } : r));
      return { ...state, responsibilities: ended };
    }
    case 'PartnerAdded': {
      const { initiativeId: _, ...partner } = event.data;
      return { ...state, partners: [...state.partners, partner] };
    }
    case 'PartnerLeft': {
      const { partnerId, to } = event.data;
      return { ...state, partners: state.partners.map((p) => (p.partnerId === partnerId ? { ...p, to } : p)) };
    }
    case 'DecisionLinked': {
      const { initiativeId: _, ...link } = event.data;
      return { ...state, links: [...state.links, link] };
    }
    case 'SucceededBy': {
      const { initiativeId: _, ...successor } = event.data;
      return { ...state, successors: [...state.successors, successor] };
    }
    case 'InitiativeRegistrationCorrected':
      return event.data.withdrawn ? withdrawn(state, event.data.corrects) : corrected(state, event.data);
    default:
      return evolveWork(state, event);
  }
}

function withMilestone(
  state: InitiativeState,
  status: Milestone['status'],
  data: Omit<Milestone, 'status' | 'on'> & { readonly initiativeId: string; readonly on: PartialDate | CivilDate },
): InitiativeState {
  const { initiativeId: _, on, ...milestone } = data;
  return { ...state, milestones: [...state.milestones, { ...milestone, status, on: partialDate(on) }] };
}

function withdrawn(state: InitiativeState, id: string): InitiativeState {
  return {
    ...state,
    ...withoutWork(state, id),
    revisions: state.revisions.filter(({ revisionId }) => revisionId !== id),
    milestones: state.milestones.filter(({ milestoneId }) => milestoneId !== id),
    responsibilities: state.responsibilities.filter(({ responsibilityId }) => responsibilityId !== id),
    partners: state.partners.filter(({ partnerId }) => partnerId !== id),
    links: state.links.filter(({ linkId }) => linkId !== id),
    successors: state.successors.filter(({ successionId }) => successionId !== id),
  };
}

function corrected(
  state: InitiativeState,
  data: EventOf<typeof InitiativeRegistrationCorrected>['data'],
): InitiativeState {
  const { initiativeId: _, corrects, reason: _why, withdrawn: _never, registeredFor, confidence, on, ...fields } = data;
  if (corrects === state.registrationId) {
    const about = {
      ...(registeredFor === undefined ? {} : { registeredFor }),
      ...(confidence === undefined ? {} : { confidence }),
    };
    return { ...state, ...about, registered: { ...state.registered, ...fields } };
  }
  return {
    ...state,
    revisions: state.revisions.map((r) => (r.revisionId === corrects ? { ...r, ...fields } : r)),
    milestones: state.milestones.map((m) => (m.milestoneId === corrects && on !== undefined ? { ...m, on } : m)),
  };
}
