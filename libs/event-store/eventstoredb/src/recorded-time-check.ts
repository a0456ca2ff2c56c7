import { millisOf, type Instant, type Position } from '@liggare/kernel';

/** The server's clock and ours did not agree when this event was written. */
export interface RecordedTimeFinding {
  readonly position: Position;
  /** The server's time minus `recordedAt`; NaN when the server gave none. */
  readonly differenceMs: number;
}

/** As many findings as are remembered, so that an event that is read again is not found again. */
const REMEMBERED = 1_000;

export class RecordedTimeCheck {
  private readonly found = new Set<Position>();

  constructor(
    private readonly toleranceMs: number,
    private readonly report: ((finding: RecordedTimeFinding) => void) | undefined,
  ) {}

  check(position: Position, recordedAt: Instant, createdMillis: number): void {
    if (!this.report) return;
    const differenceMs = createdMillis - millisOf(recordedAt);
    if (Math.abs(differenceMs) <= this.toleranceMs || this.found.has(position)) return;
    const oldest = this.found.values().next();
    if (this.found.size >= REMEMBERED && !oldest.done) this.found.delete(oldest.value);
    this.found.add(position);
    this.report({ position, differenceMs });
  }
}
