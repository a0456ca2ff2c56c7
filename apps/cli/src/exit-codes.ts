/** What the shell is told. Documented in docs/users/operations.md. */
export const EXIT = {
  ok: 0,
  /** Something broke: the message says what. */
  failure: 1,
  /** The command line was not understood. */
  usage: 2,
  /** What was asked for does not exist. */
  notFound: 3,
  /** The register refused: a rule of the domain, or a digest that does not agree. */
  refused: 4,
  /** A database or server did not answer. */
  unavailable: 5,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An expected end of a command: the message is for the user, there is no stack trace. */
export class CommandFailed extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode = EXIT.failure,
  ) {
    super(message);
    this.name = 'CommandFailed';
  }
}
