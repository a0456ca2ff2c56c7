import { civilDateAt, withoutUndefined } from '@liggare/kernel';
import { written, type SentCommand, type Written } from '@liggare/platform';
import type { CommandBus } from '@nestjs/cqrs';
import { ChangeDecision } from '../application/messages.js';
import type { DecisionCommand, DecisionIdentity } from '../domain/decision-commands.js';
import { presentDecision, type DecisionView } from '../domain/decision-view.js';

/**
 * Carries out a change of a decision that is there, and answers with the decision as it is on the day.
 * @param made path below the decision of what the change makes
 */
export async function changeDecision(
  commands: CommandBus,
  id: string,
  change: DecisionCommand,
  sent: SentCommand,
  made = '',
): Promise<Written<DecisionView>> {
  const options = { expected: sent.ifMatch ?? 'existing' } as const;
  const done = await commands.execute(new ChangeDecision(id, change, sent.context, options));
  const body = presentDecision(done.state, civilDateAt(sent.context.now));
  return written(done, { id, location: `/v1/decisions/${id}${made}`, body, created: made !== '' });
}

/** A body's organ without the properties that were left out. */
export function organOf({ organ }: { organ?: object }): Pick<DecisionIdentity, 'organ'> {
  return organ === undefined ? {} : { organ: withoutUndefined(organ) };
}
