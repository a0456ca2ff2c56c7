/**
 * A command that the register does not carry out. Few things are refused (a reference to nothing, `from` after `to`,
 * the same seat held twice); everything else is recorded and reported as a finding.
 */
export class Refusal extends Error {
  /**
   * @param rule stable code, kebab-case: clients and translations go by it
   * @param message one English sentence that names the rule, never a personal value
   * @param field JSON pointer into the command, when one field is to blame
   */
  constructor(
    readonly rule: string,
    message: string,
    readonly field?: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** The thing a command or a query speaks of does not exist. */
export class NotFound extends Error {
  constructor(
    readonly kind: string,
    readonly id: string,
  ) {
    super(`there is no ${kind} ${id}`);
    this.name = 'NotFound';
  }
}

/** The caller's `If-Match` no longer holds; nothing was written. */
export class StaleRevision extends Error {
  constructor(
    readonly expected: bigint,
    readonly actual: bigint,
  ) {
    super(`the resource is at revision ${actual}, not ${expected}`);
    this.name = 'StaleRevision';
  }
}
