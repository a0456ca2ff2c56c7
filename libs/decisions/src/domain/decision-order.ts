import { naturalOrder } from './natural-order.js';

/** Where a decision point stands among those of one day. */
export interface PlaceInDay {
  readonly session?: string;
  readonly paragraph?: string;
  readonly point?: number;
  /** What was recorded to settle what the rest leaves open. */
  readonly sequence?: number;
}

/**
 * Order of decision points of one body and day: by meeting, § and point, then as was recorded (edge case 44); never by
 * when they were entered. What is not known comes first. Equal places compare as 0: then the papers do not say.
 */
export function comparePlaces(one: PlaceInDay, other: PlaceInDay): number {
  return (
    byText(naturalOrder(one.session), naturalOrder(other.session)) ||
    byText(naturalOrder(one.paragraph), naturalOrder(other.paragraph)) ||
    (one.point ?? 0) - (other.point ?? 0) ||
    (one.sequence ?? 0) - (other.sequence ?? 0)
  );
}

function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
