import { freshId, instant, type CommandContext } from '@liggare/kernel';

/** A context for a command of its own, as the edge of the system would make it. */
export function commandContext(commandId = freshId()): CommandContext {
  return {
    commandId,
    actor: { id: 'user-1', role: 'registrar' },
    correlationId: commandId,
    now: instant('2026-11-23T12:00:00Z'),
  };
}
