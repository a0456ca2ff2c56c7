import type { EventLog } from '../log/event-log.js';
import { comparePositions, START_OF_LOG, type LogPosition } from '../log/log-position.js';
import type { StoredEvent } from '../log/stored-event.js';
import type { ReadOutlet } from './read.js';
import { READ_BATCH, type SearchWindow } from './read-request.js';
import { checkpoint } from './subscription-messages.js';

/**
 * When a filtered subscription says how far it has looked (`Enumerator.AllSubscriptionFiltered` in the server). While it
 * catches up it thinks in batches: its place is the last event sent or the beginning of the batch, whichever is later, so
 * that it may lag behind by a batch. Live it counts events, and its place is the last of them.
 */
export class CheckpointTeller {
  private counted = 0;
  private inBatch = 0;
  private matchedInBatch = 0;
  private batchStart: LogPosition;
  private told: LogPosition | undefined;

  constructor(
    private readonly window: SearchWindow,
    private readonly log: EventLog,
    private readonly outlet: ReadOutlet,
    private place: LogPosition | undefined,
  ) {
    this.batchStart = place ?? START_OF_LOG;
  }

  /** Tells the place, unless it was told. */
  tell(): Promise<void> | undefined {
    const { place, told } = this;
    if (place === undefined || (told !== undefined && comparePositions(place, told) <= 0)) return undefined;
    this.told = { commit: place.commit, prepare: place.prepare };
    return this.outlet.send(checkpoint(place));
  }

  /** One event was looked at, and sent if it matched. */
  considered(event: StoredEvent, matched: boolean, live: boolean): Promise<void> | undefined {
    if (matched) this.place = event;
    return live ? this.consideredLive(event) : this.consideredInBatch(event, matched);
  }

  /** Caught up: what is left of the batch ends here. */
  endOfLog(): Promise<void> | undefined {
    const last = this.log.events.at(-1);
    if (last !== undefined) this.endBatch(last);
    this.counted = 0;
    return this.tell();
  }

  private consideredLive(event: StoredEvent): Promise<void> | undefined {
    this.counted += 1;
    if (this.counted < this.window.checkpointInterval) return undefined;
    this.counted = 0;
    this.place = event;
    return this.tell();
  }

  private consideredInBatch(event: StoredEvent, matched: boolean): Promise<void> | undefined {
    this.inBatch += 1;
    if (matched) this.matchedInBatch += 1;
    if (this.inBatch < this.window.maxSearchWindow && this.matchedInBatch < READ_BATCH) return undefined;
    this.endBatch(event);
    if (this.counted < this.window.checkpointInterval) return undefined;
    this.counted %= this.window.checkpointInterval;
    return this.tell();
  }

  private endBatch(last: StoredEvent): void {
    if (this.inBatch === 0) return;
    if (this.place === undefined || comparePositions(this.place, this.batchStart) < 0) this.place = this.batchStart;
    this.batchStart = this.log.positionBehind(last);
    this.counted += this.inBatch;
    this.inBatch = 0;
    this.matchedInBatch = 0;
  }
}
