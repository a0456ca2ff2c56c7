import type { CivilDate } from '@liggare/kernel';
import { standingOf } from './date-standing.js';
import type { MatterState } from './matter.js';

/** Where a matter stands on a day; `undated` when its partial dates do not tell. */
export const MATTER_STATUSES = ['not-opened', 'open', 'closed', 'undated'] as const;
export type MatterStatus = (typeof MATTER_STATUSES)[number];

export type MatterView = MatterState & { readonly status: MatterStatus };

/** Pure: the matter as the events have it, and where it stands on a day. */
export function presentMatter(state: MatterState, validAt: CivilDate): MatterView {
  return { ...state, status: statusOf(state, validAt) };
}

function statusOf({ openedOn, closedOn }: MatterState, day: CivilDate): MatterStatus {
  const closed = closedOn === undefined ? 'before' : standingOf(closedOn, day);
  if (closed === 'reached') return 'closed';
  const opened = openedOn === undefined ? 'undecided' : standingOf(openedOn, day);
  if (opened === 'before') return 'not-opened';
  return opened === 'reached' && closed === 'before' ? 'open' : 'undated';
}
