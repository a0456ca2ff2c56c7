import type { Position } from '@liggare/kernel';

/** Names under which Nest hands out what has no class of its own. `Repository` (kernel) is its own token. */
export const CLOCK = Symbol('CLOCK');
export const EVENT_STORE = Symbol('EVENT_STORE');
export const READ_DATABASE = Symbol('READ_DATABASE');
export const REVEALER = Symbol('REVEALER');
export const READ_MODELS = Symbol('READ_MODELS');
export const RECEIPTS = Symbol('RECEIPTS');
export const ORIGIN = Symbol('ORIGIN');
export const CONFIGURATION = Symbol('CONFIGURATION');

/** The read models as a whole, as far as a writer cares: have they come past what I wrote? */
export interface ReadModels {
  /** Resolves true when every active read model has passed the position, false when the time is up. */
  waitFor(position: Position, timeoutMs: number): Promise<boolean>;
  /** How far each read model is behind the log, for health and metrics. */
  lag(): Promise<readonly ReadModelLag[]>;
}

/** The transparency log, as far as a writer cares: is what I wrote under a signed checkpoint? */
export interface Receipts {
  /** Resolves true when the event at the position can be proven, false when the time is up. */
  waitFor(position: Position, timeoutMs: number): Promise<boolean>;
}

export interface ReadModelLag {
  readonly projection: string;
  /** Events between its checkpoint and the head of the log. */
  readonly events: number;
  /** Age of the oldest event it has not seen, in seconds; 0 when it has seen all. */
  readonly seconds: number;
}

/** Which log this is. A log written under a demo clock can never be taken for a real one. */
export interface Origin {
  readonly name: string;
  readonly clock: 'system' | 'demo';
}
