import type { TrustedCheckpoint } from '@liggare/evidence';
import type { Findings } from '../verdict.js';
import type { EventLine } from './event-line.js';
import { momentOf } from './moment.js';

/** Clocks of several processes differ a little; more than this is no clock. */
export const TOLERANCE_MS = 10 * 60_000;

/** So many events were in the log at this time, says a witness. */
export interface SeenSize {
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What witnesses saw of the checkpoints that are trusted. */
export function seenSizes(checkpoints: Iterable<TrustedCheckpoint>): readonly SeenSize[] {
  return [...checkpoints].flatMap(({ size, cosignedAt }) =>
    [...cosignedAt.values()].map((seconds) => ({ size, at: seconds * 1000 })),
  );
}

/** L5: no gaps in streams, no event twice, and recorded times that witnesses and anchors bound on both sides. */
export class StreamChecks {
  private readonly next = new Map<string, number>();
  private readonly ids = new Set<string>();
  /** Latest recorded time among the first n + 1 events. */
  private readonly latest: number[] = [];
  /** Everything later in the log is later than this: an anchor that could not be foreseen lies before it. */
  private notBefore = -Infinity;

  /** @param seen sizes that witnesses saw, and when */
  constructor(
    private readonly findings: Findings,
    private readonly seen: readonly SeenSize[] = [],
  ) {}

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
    if (at < this.notBefore - TOLERANCE_MS)
      problem('it says it was recorded before an anchor that comes before it: back-dated');
    else if (at < before - TOLERANCE_MS)
      this.findings.note(5, 'Recorded times go backwards in places; the order of the log holds.');
    this.bounded(seq, at, problem);
    this.latest.push(Math.max(at, before));
    if (event.type === 'CheckpointAnchored') this.anchored(where, event.data);
    this.findings.checked(5);
  }

  private bounded(seq: number, at: number, problem: (what: string) => void): void {
    for (const { size, at: seen } of this.seen) {
      if (seq < size && at > seen + TOLERANCE_MS)
        problem('it says it was recorded after a witness saw it in the log: forward-dated');
      if (seq >= size && at < seen - TOLERANCE_MS)
        problem('it says it was recorded before a witness saw the log without it: back-dated');
    }
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
