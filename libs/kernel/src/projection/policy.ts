import type { CommandContext } from '../command/command-context.js';
import type { RecordedEvent } from '../store/event-store.js';

/** A command a policy wants sent. Its command id is derived from policy, event and `key`: replaying sends nothing twice. */
export interface PolicyCommand {
  /** Tells the commands of one reaction apart: the id of what each is about. */
  readonly key: string;
  /** Makes the message for the command bus; the runtime says in which context. */
  message(context: CommandContext): object;
}

/**
 * A consequence that crosses streams: reads the log and asks for commands. It decides nothing that an aggregate
 * could; a command that turns out to be needless is answered by "nothing to do".
 */
export interface Policy {
  readonly name: string;
  readonly handles: readonly string[];
  react(event: RecordedEvent): Promise<readonly PolicyCommand[]>;
}
