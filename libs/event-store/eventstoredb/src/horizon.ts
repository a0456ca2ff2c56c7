import { START, type Position } from '@liggare/kernel';
import { isPassing } from './faults.js';
import { OwnFilter } from './own-filter.js';
import type { WireReader } from './wire-reader.js';

/** For how long what was seen of the log counts as the present, in milliseconds. */
const FRESH_MS = 100;

/**
 * How far the log is known to reach, a tenth of a second ago or less. An append whose answer names a place before that was not
 * written by it: the events were there. A process that appends knows this from its answers; one that has been idle asks.
 */
export class Horizon {
  private position = START;
  private observedAt = -Infinity;
  private asking: Promise<Position> | undefined;
  private readonly everything = new OwnFilter(undefined, undefined);

  constructor(private readonly reader: WireReader) {}

  /** The log reaches at least as far as this. */
  observe(position: Position): void {
    if (position > this.position) this.position = position;
    this.observedAt = performance.now();
  }

  known(): Position | Promise<Position> {
    if (performance.now() - this.observedAt < FRESH_MS) return this.position;
    this.asking ??= this.ask().finally(() => (this.asking = undefined));
    return this.asking;
  }

  private async ask(): Promise<Position> {
    const backwards = this.reader.all(undefined, this.everything, { direction: 'backwards', limit: 1 });
    try {
      for await (const { position } of backwards) this.observe(position);
    } catch (error) {
      // Who may write but not read everything learns less, and writes.
      if (isPassing(error)) throw error;
    }
    return this.position;
  }
}
