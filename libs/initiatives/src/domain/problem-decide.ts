import { type DecideContext, Refusal, sealedText, tidied, tidy, tidyList, withoutUndefined } from '@liggare/kernel';
import { checkOrder } from './check-order.js';
import { correctProblem } from './correct-problem.js';
import type { ProblemCommand, ProblemContent } from './problem-commands.js';
import type { ProblemEvent } from './problem-events.js';
import type { ProblemState } from './problem.js';

/**
 * Refuses little: a problem that is closed may get causes still, and one that is open may be reopened.
 * @throws Refusal an unknown cause or fact; an end before the beginning
 */
export function decideProblem(
  state: ProblemState,
  command: ProblemCommand,
  context: DecideContext,
): readonly ProblemEvent[] {
  if (command.type === 'RegisterProblem') {
    if (state.id !== '') throw new Refusal('already-exists', 'the problem is already registered');
    const { problemId, title, areas, firstNoticed } = command;
    const content = { ...storedContent(problemId, command), title: tidy(title), areas: tidyList(areas) };
    const data = { problemId, registrationId: context.id(0), ...content, ...withoutUndefined({ firstNoticed }) };
    return [{ type: 'ProblemRegistered', data }];
  }
  if (state.id === '') throw new Refusal('not-registered', 'the problem is not registered');
  const problemId = state.id;
  switch (command.type) {
    case 'ReviseProblem': {
      const { from, basis } = command;
      const changes = storedContent(problemId, command);
      if (Object.keys(changes).length === 0) return [];
      const data = { problemId, revisionId: context.id(0), from, ...changes, ...withoutUndefined({ basis }) };
      return [{ type: 'ProblemRevised', data }];
    }
    case 'IdentifyCause': {
      const { text, factor, from, basis } = command;
      const data = { problemId, causeId: context.id(0), text: tidy(text), factor };
      return [{ type: 'CauseIdentified', data: { ...data, ...withoutUndefined({ from, basis }) } }];
    }
    case 'WithdrawCause': {
      const { causeId, to, basis } = command;
      const found = state.causes.find((cause) => cause.causeId === causeId);
      if (!found) throw new Refusal('unknown-cause', 'the problem has no such cause', '/causeId');
      if (found.to === to) return [];
      checkOrder(found.from, to);
      const why = withoutUndefined({ reason: sealedText(problemId, command.reason), basis });
      return [{ type: 'CauseWithdrawn', data: { problemId, causeId, to, ...why } }];
    }
    case 'CloseProblem':
    case 'ReopenProblem': {
      const { on, basis } = command;
      const why = withoutUndefined({ reason: sealedText(problemId, command.reason), basis });
      const data = { problemId, stepId: context.id(0), on, ...why };
      return [{ type: command.type === 'CloseProblem' ? 'ProblemClosed' : 'ProblemReopened', data }];
    }
    case 'CorrectProblemRegistration':
      return correctProblem(state, command, storedContent(problemId, command));
  }
}

/** Of the content what is given, as it is stored. */
function storedContent(problemId: string, content: Partial<ProblemContent>) {
  const { title, description, publicSummary, secrecy, areas, targetGroup, level } = content;
  return withoutUndefined({
    title: tidied(title),
    description: sealedText(problemId, description),
    publicSummary: tidied(publicSummary),
    secrecy: tidied(secrecy),
    areas: areas && tidyList(areas),
    targetGroup: tidied(targetGroup),
    level,
  });
}
