import type { Trust } from './checkpoints.js';

/** The tree had this size when a witness of the policy saw it. */
interface Sighting {
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** When witnesses saw the log how long: what bounds the times that events say of themselves. */
export class SeenByWitnesses {
  private readonly sightings: readonly Sighting[];
  private readonly firstSeen: readonly number[];
  private next = 0;

  constructor({ checkpoint, earlier }: Pick<Trust, 'checkpoint' | 'earlier'>) {
    this.sightings = [checkpoint, ...earlier.values()]
      .filter(({ cosignedAt }) => cosignedAt.size > 0)
      .map(({ size, cosignedAt }) => ({ size, at: Math.min(...cosignedAt.values()) * 1_000 }))
      .sort((one, other) => one.size - other.size);
    let earliest = Infinity;
    this.firstSeen = this.sightings
      .toReversed()
      .map(({ at }) => (earliest = Math.min(earliest, at)))
      .reverse();
  }

  get none(): boolean {
    return this.sightings.length === 0;
  }

  /**
   * Asked for each event in turn.
   * @returns the largest tree without the event that a witness saw, and when a witness first saw it within one
   */
  around(seq: number): { readonly before: number; readonly seenAt: number } {
    while (this.next < this.sightings.length && this.sightings[this.next]!.size <= seq) this.next++;
    return { before: this.sightings[this.next - 1]?.size ?? 0, seenAt: this.firstSeen[this.next] ?? Infinity };
  }
}
