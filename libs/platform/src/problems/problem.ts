import { PROBLEMS, type ProblemCode } from './catalogue.js';

/** One field or rule that is to blame. Never holds the value. */
export interface FieldProblem {
  /** JSON pointer (RFC 6901) into the body, or `?name` for a query parameter, or `Header-Name`. */
  readonly pointer?: string;
  /** The rule's stable code. */
  readonly code: string;
  readonly detail: string;
}

export interface ProblemOptions {
  readonly detail?: string;
  readonly errors?: readonly FieldProblem[];
  /** The rule of the domain that speaks; the answer's `code` is then the rule's instead of the kind's. */
  readonly rule?: string;
  /** The token was there but not good (RFC 6750 §3.1 tells the difference). */
  readonly invalidToken?: boolean;
  /** The revision that holds, for 412. */
  readonly revision?: bigint;
  /** What it came from, for the log. */
  readonly cause?: unknown;
}

/** An answer other than success, thrown anywhere behind a route. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly options: ProblemOptions = {},
  ) {
    super(options.detail ?? PROBLEMS[code].en, { cause: options.cause });
    this.name = 'Problem';
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }
}
