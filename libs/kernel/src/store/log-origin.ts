import type { Clock } from '../time/clock.js';

/** What a log says of itself, once and for ever: part of every ciphertext and proof. */
export interface LogOrigin {
  /** Host name and path, e.g. `log.huddinge.se/liggare`. */
  readonly name: string;
  readonly clock: Clock['kind'];
}

/**
 * Which of the places that may hold a log this one is. A copy of a log has the same origin and another id: positions
 * mean something together with the id only.
 */
export interface LogIdentity extends LogOrigin {
  /** A UUID, given when the log was first opened. */
  readonly id: string;
  /** The kind of store, e.g. `postgres`. */
  readonly store: string;
}

/** The log is another than the program was told to write to. */
export class OtherOrigin extends Error {
  constructor(
    readonly found: LogOrigin,
    readonly wanted: LogOrigin,
  ) {
    super(
      found.clock === wanted.clock
        ? `this log is ${found.name}, not ${wanted.name}: a log keeps its name`
        : `this log was begun under a ${found.clock} clock and cannot be written under a ${wanted.clock} clock`,
    );
    this.name = 'OtherOrigin';
  }
}
