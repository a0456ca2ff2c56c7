import type { CommandContext } from '../command/command-context.js';
import { freshId } from '../identity.js';
import { instant } from '../time/instant.js';

/** A context for a command of its own, as the edge of the system would make it, except for what is given. */
export function commandContext(given: Partial<CommandContext> = {}): CommandContext {
  const commandId = given.commandId ?? freshId();
  const actor = { id: 'user-1', role: 'registrar' };
  return { commandId, actor, correlationId: commandId, now: instant('2026-11-23T12:00:00Z'), ...given };
}
