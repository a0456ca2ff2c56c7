import type { InitiativeEvent } from './initiative-events.js';
import type { InitiativeState } from './initiative.js';
import type { Work } from './work.js';

/** What an initiative works on, with what means, and how it is followed up; all other events leave it as it is. */
export function evolveWork(state: InitiativeState, event: InitiativeEvent): InitiativeState {
  switch (event.type) {
    case 'ProblemAddressed': {
      const { initiativeId: _, ...address } = event.data;
      return { ...state, addresses: [...state.addresses, address] };
    }
    case 'ProblemNoLongerAddressed': {
      const { addressId, to } = event.data;
      return { ...state, addresses: state.addresses.map((a) => (a.addressId === addressId ? { ...a, to } : a)) };
    }
    case 'BudgetSet': {
      const { initiativeId: _, ...budget } = event.data;
      return { ...state, budgets: [...state.budgets, budget] };
    }
    case 'LegalBasisStated': {
      const { initiativeId: _, ...legalBasis } = event.data;
      return { ...state, legalBases: [...state.legalBases, legalBasis] };
    }
    case 'LegalBasisEnded': {
      const { legalBasisId: id, to } = event.data;
      return { ...state, legalBases: state.legalBases.map((l) => (l.legalBasisId === id ? { ...l, to } : l)) };
    }
    case 'FollowUpPlanned': {
      const { initiativeId: _, ...planned } = event.data;
      return { ...state, plannedFollowUps: [...state.plannedFollowUps, planned] };
    }
    case 'FollowUpRecorded': {
      const { initiativeId: _, ...followUp } = event.data;
      return { ...state, followUps: [...state.followUps, followUp] };
    }
    default:
      return state;
  }
}

/** Without the fact of this id, if it is one of these. */
export function withoutWork(state: Work, id: string): Work {
  return {
    addresses: state.addresses.filter(({ addressId }) => addressId !== id),
    budgets: state.budgets.filter(({ budgetId }) => budgetId !== id),
    legalBases: state.legalBases.filter(({ legalBasisId }) => legalBasisId !== id),
    plannedFollowUps: state.plannedFollowUps.filter(({ plannedId }) => plannedId !== id),
    followUps: state.followUps.filter(({ followUpId }) => followUpId !== id),
  };
}

/** Ids of all facts, so that each can be withdrawn. */
export function workIds(state: Work): readonly string[] {
  return [
    ...state.addresses.map(({ addressId }) => addressId),
    ...state.budgets.map(({ budgetId }) => budgetId),
    ...state.legalBases.map(({ legalBasisId }) => legalBasisId),
    ...state.plannedFollowUps.map(({ plannedId }) => plannedId),
    ...state.followUps.map(({ followUpId }) => followUpId),
  ];
}
