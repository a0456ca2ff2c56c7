import { sealedText, tidied, withoutUndefined } from '@liggare/kernel';
import type { CorrectProblemRegistration } from './problem-commands.js';
import type { ProblemEvent } from './problem-events.js';
import type { ProblemState, StoredProblemContent } from './problem.js';
import { refuseFields, refuseToWithdrawRegistration, refuseUnknownFact } from './refuse-fields.js';

type Fields = Partial<Omit<StoredProblemContent, 'areas'>> & { areas?: string[] };

/** @throws Refusal a fact there is not, or a field that the fact does not have */
export function correctProblem(
  state: ProblemState,
  command: CorrectProblemRegistration,
  content: Fields,
): readonly ProblemEvent[] {
  const { corrects, withdrawn } = command;
  const fact = factOf(state, corrects);
  const noticed = withoutUndefined({ firstNoticed: command.firstNoticed });
  const cause = withoutUndefined({ text: tidied(command.text), factor: command.factor });
  const step = withoutUndefined({ on: command.on });
  if (withdrawn && fact === 'registration') refuseToWithdrawRegistration();
  if (!withdrawn) {
    if (fact !== 'registration' && fact !== 'revision') refuseFields(content);
    if (fact !== 'registration') refuseFields(noticed);
    if (fact !== 'cause') refuseFields(cause);
    if (fact !== 'step') refuseFields(step);
  }
  const changes = withdrawn ? { withdrawn } : { ...content, ...noticed, ...cause, ...step };
  if (Object.keys(changes).length === 0) return [];
  const why = withoutUndefined({ reason: sealedText(state.id, command.reason) });
  return [{ type: 'ProblemRegistrationCorrected', data: { problemId: state.id, corrects, ...changes, ...why } }];
}

function factOf(state: ProblemState, id: string): 'registration' | 'revision' | 'cause' | 'step' {
  if (state.registrationId === id) return 'registration';
  if (state.revisions.some(({ revisionId }) => revisionId === id)) return 'revision';
  if (state.causes.some(({ causeId }) => causeId === id)) return 'cause';
  if (state.steps.some(({ stepId }) => stepId === id)) return 'step';
  return refuseUnknownFact('problem');
}
