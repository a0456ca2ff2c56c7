import type { Aggregate, CivilDate, DecisionPointRef, PartialDate, Personal } from '@liggare/kernel';
import type { ProblemCommand, ProblemContent } from './problem-commands.js';
import { decideProblem } from './problem-decide.js';
import { problemEvents, type ProblemEvent } from './problem-events.js';
import { evolveProblem } from './problem-evolve.js';
import type { CauseFactor, ProblemStatus } from './problem-vocabulary.js';

/** The content as it is stored: the description behind a commitment. */
export type StoredProblemContent = Omit<ProblemContent, 'description'> & { readonly description?: Personal };

export interface ProblemRevision extends Partial<StoredProblemContent> {
  readonly revisionId: string;
  readonly from: CivilDate;
  readonly basis?: DecisionPointRef;
}

export interface Cause {
  readonly causeId: string;
  readonly text: string;
  readonly factor: CauseFactor;
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  readonly basis?: DecisionPointRef;
}

/** The problem was closed or reopened. */
export interface ProblemStep {
  readonly stepId: string;
  readonly status: ProblemStatus;
  readonly on: PartialDate;
  readonly reason?: Personal;
  readonly basis?: DecisionPointRef;
}

/** All lists are in the order of registration. */
export interface ProblemState {
  /** Empty until the problem is registered. */
  readonly id: string;
  readonly registrationId: string;
  readonly registered: StoredProblemContent;
  readonly firstNoticed?: PartialDate;
  readonly revisions: readonly ProblemRevision[];
  readonly causes: readonly Cause[];
  readonly steps: readonly ProblemStep[];
}

const unregistered: ProblemState = {
  id: '',
  registrationId: '',
  registered: { title: '', areas: [] },
  revisions: [],
  causes: [],
  steps: [],
};

/** A problem of the situation picture, with the causes that initiatives work on. */
export const problemAggregate: Aggregate<ProblemState, ProblemCommand, ProblemEvent> = {
  category: 'problem',
  catalogue: problemEvents,
  initialState: unregistered,
  decide: decideProblem,
  evolve: evolveProblem,
};
