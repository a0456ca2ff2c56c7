import type { Findings } from '../verdict.js';
import type { EventLine } from './event-line.js';
import { momentOf } from './moment.js';
import type { SeenByWitnesses } from './seen-by-witnesses.js';

/** Clocks of several processes differ a little; more than this is no clock. */
export const TOLERANCE_MS = 10 * 60_000;

/**
 * L5: no gaps in streams, no event twice, and recorded times within what others know: no later than a witness saw the event in
 * the log, no earlier than events before it that a witness had seen.
 */
export class StreamChecks {
  private readonly next = new Map<string, number>();
  private readonly ids = new Set<string>();
  /** Latest recorded time among the first n + 1 events. */
  private readonly latest: number[] = [];
  /** Everything later in the log is later than this: an anchor that could not be foreseen lies before it. */
  private notBefore = -Infinity;

  constructor(
    private readonly findings: Findings,
    private readonly witnessed: SeenByWitnesses,
  ) {
    if (witnessed.none)
      findings.note(5, 'No witness has seen the log: recorded times are only what the register says.');
  }

  look({ seq, event }: EventLine): void {
    const { stream, revision, eventId, metadata } = event;
    const where = `event ${seq}`;
    const problem = (what: string) => this.findings.problem(5, 'tampered', where, what);
    const expected = this.next.get(stream) ?? 0;
    if (revision !== expected) problem(`${stream} goes on with ${revision} and not ${expected}: events are missing`);
    this.next.set(stream, revision + 1);
    if (this.ids.has(eventId)) problem('its id is another event’s');
    this.ids.add(eventId);
    const at = momentOf(metadata.recordedAt);
    const before = this.latest.at(-1) ?? -Infinity;
    const { before: size, seenAt } = this.witnessed.around(seq);
    if (at > seenAt + TOLERANCE_MS) problem('it says it was recorded after a witness saw it: made beforehand');
    if (size > 0 && at < this.latest[size - 1]! - TOLERANCE_MS)
      problem('it says it was recorded before events that a witness had seen without it: back-dated');
    else if (at < this.notBefore - TOLERANCE_MS)
      problem('it says it was recorded before an anchor that comes before it: back-dated');
    else if (at < before - TOLERANCE_MS)
      this.findings.note(5, 'Recorded times go backwards in places; the order of the log holds.');
    this.latest.push(Math.max(at, before));
    if (event.type === 'CheckpointAnchored') this.anchored(where, event.data);
    this.findings.checked(5);
  }

  private anchored(where: string, data: unknown): void {
    const { size, genTime, time } = data as { size?: unknown; genTime?: unknown; time?: unknown };
    const at = momentOf(genTime ?? time);
    if (typeof size !== 'number' || Number.isNaN(at)) return;
    const latest = this.latest[size - 1];
    if (latest !== undefined && latest > at + TOLERANCE_MS) {
      this.findings.problem(5, 'tampered', where, 'events that it anchors say they were recorded after it');
    }
    this.notBefore = Math.max(this.notBefore, at);
    this.findings.note(
      5,
      'Times of anchors are as recorded; check their tokens with "openssl ts -verify" (VERIFY.md).',
    );
  }
}
