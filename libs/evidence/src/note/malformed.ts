/** Text that is not what its format says, and where. Formats of C2SP are strict: nothing is guessed. */
export class Malformed extends Error {
  constructor(
    readonly what: string,
    reason: string,
  ) {
    super(`${what}: ${reason}`);
    this.name = 'Malformed';
  }
}
