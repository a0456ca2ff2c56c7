import { withoutUndefined, type EventOf } from '@liggare/kernel';
import type { ProblemEvent, ProblemRegistrationCorrected } from './problem-events.js';
import type { ProblemState } from './problem.js';

export function evolveProblem(state: ProblemState, event: ProblemEvent): ProblemState {
  switch (event.type) {
    case 'ProblemRegistered': {
      const { problemId: id, registrationId, firstNoticed, ...registered } = event.data;
      return { ...state, id, registrationId, registered, ...withoutUndefined({ firstNoticed }) };
    }
    case 'ProblemRevised': {
      const { problemId: _, ...revision } = event.data;
      return { ...state, revisions: [...state.revisions, revision] };
    }
    case 'CauseIdentified': {
      const { problemId: _, ...cause } = event.data;
      return { ...state, causes: [...state.causes, cause] };
    }
    case 'CauseWithdrawn': {
      const { causeId, to } = event.data;
      return { ...state, causes: state.causes.map((cause) => (cause.causeId === causeId ? { ...cause, to } : cause)) };
    }
    case 'ProblemClosed':
    case 'ProblemReopened': {
      const { problemId: _, ...step } = event.data;
      const status = event.type === 'ProblemClosed' ? 'closed' : 'open';
      return { ...state, steps: [...state.steps, { ...step, status }] };
    }
    case 'ProblemRegistrationCorrected':
      return event.data.withdrawn ? withdrawn(state, event.data.corrects) : corrected(state, event.data);
    default:
      return state;
  }
}

function withdrawn(state: ProblemState, id: string): ProblemState {
  return {
    ...state,
    revisions: state.revisions.filter(({ revisionId }) => revisionId !== id),
    causes: state.causes.filter(({ causeId }) => causeId !== id),
    steps: state.steps.filter(({ stepId }) => stepId !== id),
  };
}

function corrected(state: ProblemState, data: EventOf<typeof ProblemRegistrationCorrected>['data']): ProblemState {
  const { problemId: _, corrects, reason: _why, withdrawn: _never, firstNoticed, text, factor, on, ...content } = data;
  if (corrects === state.registrationId) {
    return { ...state, ...withoutUndefined({ firstNoticed }), registered: { ...state.registered, ...content } };
  }
  const cause = withoutUndefined({ text, factor });
  const step = withoutUndefined({ on });
  return {
    ...state,
    revisions: state.revisions.map((r) => (r.revisionId === corrects ? { ...r, ...content } : r)),
    causes: state.causes.map((c) => (c.causeId === corrects ? { ...c, ...cause } : c)),
    steps: state.steps.map((s) => (s.stepId === corrects ? { ...s, ...step } : s)),
  };
}
