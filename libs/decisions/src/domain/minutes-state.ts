import type { CivilDate } from '@liggare/kernel';
import { withoutFields } from './changed-fields.js';
import type { MinutesEvent } from './minutes-events.js';
import { isIn, type ParagraphSet } from './paragraph-set.js';

/** Paragraphs that were adjusted together. */
export interface ParagraphsAdjustment {
  readonly adjustmentId: string;
  /** Absent: the rest, which no other adjustment of the meeting names. */
  readonly paragraphs?: ParagraphSet;
  readonly on: CivilDate;
  readonly immediate: boolean;
}

/** A notice of a meeting. Without paragraphs and adjustment it announces all of the minutes. */
export interface ParagraphsNotice {
  readonly noticeId: string;
  readonly paragraphs?: ParagraphSet;
  readonly adjustmentId?: string;
  readonly on: CivilDate;
  readonly statedLastDay?: CivilDate;
  readonly replaces?: string;
  readonly takenDownOn?: CivilDate;
}

/** What is registered of a meeting's minutes as wholes; absent: nothing is. */
export interface Minutes {
  readonly id: string;
  readonly adjustments?: readonly ParagraphsAdjustment[];
  readonly notices?: readonly ParagraphsNotice[];
}

/** What the sets of a meeting come to for one of its paragraphs. */
export interface ParagraphMinutes {
  readonly adjusted?: Omit<ParagraphsAdjustment, 'paragraphs'>;
  readonly notices: readonly Omit<ParagraphsNotice, 'paragraphs' | 'adjustmentId' | 'replaces'>[];
}

/**
 * Pure, and whatever the order in which the sets were registered. A paragraph that is in several adjustments was adjusted
 * when it first was; that it is in several is a finding.
 * @param paragraph as the decision has it; undefined when it is not known
 */
export function minutesOf(minutes: Minutes, paragraph: string | undefined): ParagraphMinutes {
  const [first] = adjustmentsOf(minutes, paragraph);
  const notices = (minutes.notices ?? [])
    .filter((notice) => announces(minutes, notice, paragraph))
    .map(({ paragraphs: _, adjustmentId: _adjustment, replaces: _former, ...notice }) => notice)
    .sort(byDay(({ noticeId }) => noticeId));
  if (!first) return { notices };
  const { paragraphs: _, ...adjusted } = first;
  return { adjusted, notices };
}

/** The adjustments that a paragraph is in, the first first. */
export function adjustmentsOf(minutes: Minutes, paragraph: string | undefined): readonly ParagraphsAdjustment[] {
  return (minutes.adjustments ?? [])
    .filter((adjustment) => adjusts(minutes, adjustment, paragraph))
    .sort(byDay(({ adjustmentId }) => adjustmentId));
}

function adjusts({ adjustments = [] }: Minutes, { paragraphs }: ParagraphsAdjustment, paragraph: string | undefined) {
  if (paragraphs !== undefined) return isIn(paragraphs, paragraph);
  const named = adjustments.flatMap((each) => (each.paragraphs === undefined ? [] : [each.paragraphs]));
  return paragraph === undefined ? named.length === 0 : !named.some((set) => isIn(set, paragraph));
}

function announces(minutes: Minutes, notice: ParagraphsNotice, paragraph: string | undefined): boolean {
  const { paragraphs, adjustmentId } = notice;
  if (paragraphs === undefined && adjustmentId === undefined) return true;
  const adjustment = minutes.adjustments?.find((each) => each.adjustmentId === adjustmentId);
  return isIn(paragraphs ?? [], paragraph) || (adjustment !== undefined && adjusts(minutes, adjustment, paragraph));
}

export function evolveMinutes<State extends Minutes>(state: State, event: MinutesEvent): State {
  const { adjustments = [], notices = [] } = state;
  switch (event.type) {
    case 'ParagraphsAdjusted': {
      const { meetingId: _, ...adjustment } = event.data;
      return { ...state, adjustments: [...adjustments, adjustment] };
    }
    case 'ParagraphsAdjustmentRegistrationCorrected': {
      const { meetingId: _, reason: _why, adjustmentId, clears = [], withdrawn, ...corrected } = event.data;
      const after = adjustments.flatMap((each) => {
        if (each.adjustmentId !== adjustmentId) return [each];
        return withdrawn ? [] : [{ ...withoutFields(each, clears), ...corrected }];
      });
      return { ...state, adjustments: after };
    }
    case 'ParagraphsNoticePosted': {
      const { meetingId: _, ...notice } = event.data;
      return { ...state, notices: [...notices, notice] };
    }
    case 'ParagraphsNoticeTakenDown': {
      const { noticeId, on: takenDownOn } = event.data;
      return {
        ...state,
        notices: notices.map((each) => (each.noticeId === noticeId ? { ...each, takenDownOn } : each)),
      };
    }
    case 'ParagraphsNoticeRegistrationCorrected': {
      const { meetingId: _, reason: _why, noticeId, clears = [], withdrawn, ...corrected } = event.data;
      const after = notices.flatMap((each) => {
        if (each.noticeId !== noticeId) return [each];
        return withdrawn ? [] : [{ ...withoutFields(each, clears), ...corrected }];
      });
      return { ...state, notices: after };
    }
  }
}

function byDay<Each extends { readonly on: CivilDate }>(idOf: (each: Each) => string): (a: Each, b: Each) => number {
  const key = (each: Each) => `${each.on} ${idOf(each)}`;
  return (a, b) => (key(a) < key(b) ? -1 : 1);
}
