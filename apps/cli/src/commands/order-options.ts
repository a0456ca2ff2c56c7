import { freshId, type Clock, type CommandContext } from '@liggare/kernel';
import type { Order } from '@liggare/projections';
import type { Command } from 'commander';

/** Who orders something to be done to read models, and why. */
export interface OrderOptions {
  readonly by: string;
  readonly reason: string;
}

/** A command that becomes an event: it asks for who and why. @param usage its name and arguments */
export function ordered(group: Command, usage: string, description: string): Command {
  return group
    .command(usage)
    .description(description)
    .requiredOption('--by <id>', 'who orders it (pseudonymous)')
    .requiredOption('--reason <text>', 'why; becomes part of the log, so it must not name anybody');
}

export function orderOf({ by, reason }: OrderOptions, clock: Clock): Order {
  const commandId = freshId();
  const context: CommandContext = {
    commandId,
    actor: { id: by, role: 'admin' },
    correlationId: commandId,
    now: clock.now(),
  };
  return { context, reason };
}
