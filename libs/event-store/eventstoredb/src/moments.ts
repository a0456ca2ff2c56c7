import { START, type Instant, type Position } from '@liggare/kernel';
import { metadataOf } from './decoded-event.js';
import type { OwnFilter } from './own-filter.js';
import type { WireReader } from './wire-reader.js';

/** The latest label up to a position; it never falls. */
interface Mark {
  readonly position: Position;
  readonly latest: Instant | undefined;
}

/** How many events there are from mark to mark: the most that a repeated question reads again. */
const APART = 1_000;

/** Finds moments in the log. What it has once looked through it does not look through again, but for a stretch. */
export class Moments {
  private readonly marks: Mark[] = [{ position: START, latest: undefined }];
  private working: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly reader: WireReader,
    private readonly own: OwnFilter,
  ) {}

  /** End of the longest prefix of the log in which every label is at or before the moment. */
  positionAt(moment: Instant): Promise<Position> {
    const found = this.working.then(() => this.search(moment));
    this.working = found.catch(() => undefined);
    return found;
  }

  private async search(moment: Instant): Promise<Position> {
    const from = this.marks.findLastIndex(({ latest }) => latest === undefined || latest <= moment);
    let { position, latest } = this.marks[from]!;
    const isEnd = from === this.marks.length - 1;
    let since = 0;
    const events = this.reader.all(position, this.own, { direction: 'forwards', limit: Infinity });
    for await (const event of events) {
      const label = metadataOf(event.event, event.position).recordedAt;
      if (label > moment) break;
      position = event.position;
      if (latest === undefined || label > latest) latest = label;
      if (isEnd && ++since % APART === 0) this.marks.push({ position, latest });
    }
    return position;
  }
}
