/** An event does not fit its own schema: a defect in the code that made it. Names the field, never its value. */
export class InvalidEvent extends Error {
  constructor(
    readonly eventType: string,
    readonly pointer: string,
    readonly rule: string,
  ) {
    super(`${eventType}${pointer === '' ? '' : ` at ${pointer}`}: ${rule}`);
    this.name = 'InvalidEvent';
  }
}
