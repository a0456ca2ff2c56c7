import { withoutUndefined } from '@liggare/kernel';
import type { GroupEvent } from './events.js';
import { NO_GROUP, type GroupState, type Term } from './state.js';

/** What the event does to the group as such: its founding, names, term and end. */
export function evolveTerm(state: GroupState, event: GroupEvent): GroupState {
  switch (event.type) {
    case 'GroupEstablished': {
      const { name, ...term } = event.data;
      return { ...state, term, names: [withoutUndefined({ name, basis: term.basis })] };
    }
    case 'GroupRenamed':
      return { ...state, names: [...state.names, event.data] };
    case 'SuccessorNamed':
      return withTerm(state, { successorId: event.data.successorId });
    case 'GroupDissolved': {
      const { successorId, ...dissolution } = event.data;
      return withTerm(state, withoutUndefined({ dissolution, successorId }));
    }
    case 'GroupRegistrationCorrected':
      return corrected(state, event.data);
    case 'GroupRegisteredInError':
      // It never was. What it was taken to be is kept, so that whoever asks for its id is told.
      return { ...NO_GROUP, ...pick(state), registeredInError: withoutUndefined({ otherId: event.data.otherId }) };
    default:
      return state;
  }
}

function pick({ term, names }: GroupState): Pick<GroupState, 'term' | 'names'> {
  return term ? { term, names } : { names };
}

type Correction = Extract<GroupEvent, { type: 'GroupRegistrationCorrected' }>['data'];

function corrected(
  state: GroupState,
  { mistake: _, name, dissolvedOn, clears = [], ...right }: Correction,
): GroupState {
  const names = name === undefined ? state.names : state.names.with(0, { ...state.names[0]!, name });
  const before = state.term;
  if (!before) return state;
  const { dissolution } = before;
  const moved = dissolution && dissolvedOn !== undefined ? { dissolution: { ...dissolution, on: dissolvedOn } } : {};
  const term: Term = { ...before, ...right, ...moved };
  const kept = Object.entries(term).filter(([key]) => !(clears as readonly string[]).includes(key));
  return { ...state, names, term: Object.fromEntries(kept) as unknown as Term };
}

function withTerm(state: GroupState, change: Partial<Term>): GroupState {
  return state.term ? { ...state, term: { ...state.term, ...change } } : state;
}
