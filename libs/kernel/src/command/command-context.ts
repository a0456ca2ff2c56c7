import type { SourceReference } from '../events/envelope.js';
import type { Instant } from '../time/instant.js';

/** Who sends a command, when and why: what the envelope of its events will say. */
export interface CommandContext {
  /** UUID. The same id means the same command: sending it again changes nothing and gives the first answer. */
  readonly commandId: string;
  readonly actor: { readonly id: string; readonly role: string };
  readonly onBehalfOf?: string;
  readonly correlationId: string;
  /** The event or command that caused this one. */
  readonly causationId?: string;
  readonly source?: SourceReference;
  readonly now: Instant;
}
