import { Refusal, withoutUndefined, type CivilDate, type DecideContext } from '@liggare/kernel';
import { changedFields, withoutFields } from './changed-fields.js';
import { checkSetOrCleared } from './clearing.js';
import type { AdjustmentClearable, MinutesEvent, NoticeClearable } from './minutes-events.js';
import type { Minutes, ParagraphsAdjustment, ParagraphsNotice } from './minutes-state.js';
import { plainSet, type ParagraphSet } from './paragraph-set.js';
import { sealedUnder } from './sealed-under.js';

interface Announced {
  readonly paragraphs?: ParagraphSet;
  readonly adjustmentId?: string;
  readonly statedLastDay?: CivilDate;
  readonly replaces?: string;
}

export type MinutesCommand =
  | {
      readonly type: 'AdjustParagraphs';
      readonly adjustmentId?: string;
      readonly paragraphs?: ParagraphSet;
      readonly on: CivilDate;
      readonly immediate: boolean;
    }
  | {
      readonly type: 'CorrectParagraphsAdjustment';
      readonly adjustmentId: string;
      readonly paragraphs?: ParagraphSet;
      readonly on?: CivilDate;
      readonly immediate?: boolean;
      readonly clears?: readonly AdjustmentClearable[];
      readonly withdrawn?: boolean;
      readonly reason?: string;
    }
  | (Announced & { readonly type: 'PostParagraphsNotice'; readonly noticeId?: string; readonly on: CivilDate })
  | { readonly type: 'TakeParagraphsNoticeDown'; readonly noticeId: string; readonly on: CivilDate }
  | (Announced & {
      readonly type: 'CorrectParagraphsNotice';
      readonly noticeId: string;
      readonly on?: CivilDate;
      readonly takenDownOn?: CivilDate;
      readonly clears?: readonly NoticeClearable[];
      readonly withdrawn?: boolean;
      readonly reason?: string;
    });

const OF_MINUTES: Readonly<Record<MinutesCommand['type'], true>> = {
  AdjustParagraphs: true,
  CorrectParagraphsAdjustment: true,
  PostParagraphsNotice: true,
  TakeParagraphsNoticeDown: true,
  CorrectParagraphsNotice: true,
};

export function isOfMinutes(command: { readonly type: string }): command is MinutesCommand {
  return Object.hasOwn(OF_MINUTES, command.type);
}

/**
 * Sets may overlap, and name paragraphs that no decision has: those are findings.
 * @throws Refusal `unknown-adjustment`, `unknown-notice`, `from-after-to`, `taken-down-before-posted`, `set-and-cleared`
 */
export function decideMinutes(
  state: Minutes,
  command: MinutesCommand,
  context: DecideContext,
): readonly MinutesEvent[] {
  const meetingId = state.id;
  switch (command.type) {
    case 'AdjustParagraphs': {
      const { adjustmentId = context.id(0), on, immediate } = command;
      const data = { meetingId, adjustmentId, ...setOf(command), on, immediate };
      return [{ type: 'ParagraphsAdjusted', data }];
    }
    case 'CorrectParagraphsAdjustment': {
      const { on, immediate } = command;
      const adjustment = adjustmentOf(state, command.adjustmentId);
      const said = corrected(adjustment, { ...setOf(command), ...withoutUndefined({ on, immediate }) }, command);
      if (said === undefined) return [];
      const data = { meetingId, adjustmentId: command.adjustmentId, ...said, ...reasonOf(meetingId, command) };
      return [{ type: 'ParagraphsAdjustmentRegistrationCorrected', data }];
    }
    case 'PostParagraphsNotice': {
      const { noticeId = context.id(0), on } = command;
      return [{ type: 'ParagraphsNoticePosted', data: { meetingId, noticeId, ...announcedOf(state, command), on } }];
    }
    case 'TakeParagraphsNoticeDown': {
      const { noticeId, on } = command;
      const notice = noticeOf(state, noticeId);
      checkTakenDown({ ...notice, takenDownOn: on }, '/on');
      if (notice.takenDownOn === on) return [];
      return [{ type: 'ParagraphsNoticeTakenDown', data: { meetingId, noticeId, on } }];
    }
    case 'CorrectParagraphsNotice': {
      const { noticeId, on, takenDownOn } = command;
      const notice = noticeOf(state, noticeId);
      const set = { ...announcedOf(state, command), ...withoutUndefined({ on, takenDownOn }) };
      const said = corrected(notice, set, command);
      if (said === undefined) return [];
      checkTakenDown({ ...withoutFields(notice, command.clears ?? []), ...set }, '/takenDownOn');
      const data = { meetingId, noticeId, ...said, ...reasonOf(meetingId, command) };
      return [{ type: 'ParagraphsNoticeRegistrationCorrected', data }];
    }
  }
}

/** What the correction says that is not so already; undefined when that is nothing. */
function corrected<Entry extends object, Name extends keyof Entry & string, Set extends Partial<Entry>>(
  entry: Entry,
  set: Set,
  { clears = [], withdrawn }: { readonly clears?: readonly Name[]; readonly withdrawn?: boolean },
) {
  checkSetOrCleared(set, clears);
  const cleared = clears.filter((name) => entry[name] !== undefined);
  const said = {
    ...changedFields(entry, set),
    ...(cleared.length === 0 ? {} : { clears: cleared }),
    ...(withdrawn === true ? ({ withdrawn: true } as const) : {}),
  };
  return Object.keys(said).length === 0 ? undefined : said;
}

function setOf({ paragraphs }: { readonly paragraphs?: ParagraphSet }) {
  return paragraphs === undefined ? {} : { paragraphs: plainSet(paragraphs) };
}

function announcedOf(state: Minutes, { paragraphs, adjustmentId, statedLastDay, replaces }: Announced) {
  if (adjustmentId !== undefined) adjustmentOf(state, adjustmentId);
  if (replaces !== undefined) noticeOf(state, replaces, '/replaces');
  return {
    ...setOf(withoutUndefined({ paragraphs })),
    ...withoutUndefined({ adjustmentId, statedLastDay, replaces }),
  };
}

function reasonOf(meetingId: string, { reason }: { readonly reason?: string }) {
  return withoutUndefined({ reason: sealedUnder(meetingId)(reason) });
}

function adjustmentOf({ adjustments = [] }: Minutes, id: string): ParagraphsAdjustment {
  const found = adjustments.find(({ adjustmentId }) => adjustmentId === id);
  if (!found) throw new Refusal('unknown-adjustment', 'the meeting has no such adjustment', '/adjustmentId');
  return found;
}

function noticeOf({ notices = [] }: Minutes, id: string, at = '/noticeId'): ParagraphsNotice {
  const found = notices.find(({ noticeId }) => noticeId === id);
  if (!found) throw new Refusal('unknown-notice', 'the meeting has no such notice', at);
  return found;
}

function checkTakenDown({ on, takenDownOn }: Pick<ParagraphsNotice, 'on' | 'takenDownOn'>, at: string): void {
  if (takenDownOn === undefined || takenDownOn >= on) return;
  throw new Refusal('taken-down-before-posted', 'a notice cannot be taken down before it is posted', at);
}
