import { Refusal, withoutUndefined, type CivilDate, type DecideContext } from '@liggare/kernel';
import type { DecisionState } from './decision.js';
import type { LegalForceEvent } from './legal-force-events.js';
import { ownAdjustmentOf, type Appeal, type Notice } from './legal-force-state.js';
import type { AppealOutcome } from './legal-force-vocabulary.js';
import { pointOf } from './point-decide.js';
import { sealedUnder } from './sealed-under.js';

export type LegalForceCommand =
  | { readonly type: 'AdjustMinutes'; readonly on: CivilDate; readonly immediate: boolean }
  | { readonly type: 'DiscardAdjustment'; readonly reason?: string }
  | {
      readonly type: 'PostNotice';
      readonly noticeId?: string;
      readonly on: CivilDate;
      readonly statedLastDay?: CivilDate;
    }
  | { readonly type: 'TakeNoticeDown'; readonly noticeId: string; readonly on: CivilDate }
  | { readonly type: 'DiscardNotice'; readonly noticeId: string; readonly reason?: string }
  | {
      readonly type: 'FileAppeal';
      readonly appealId?: string;
      readonly points?: readonly number[];
      readonly court: string;
      readonly caseNumber?: string;
      readonly on: CivilDate;
    }
  | {
      readonly type: 'AppealFurther';
      readonly appealId: string;
      readonly court: string;
      readonly caseNumber?: string;
      readonly on: CivilDate;
    }
  | {
      readonly type: 'CloseAppeal';
      readonly appealId: string;
      readonly outcome: AppealOutcome;
      readonly on: CivilDate;
      readonly finalOn?: CivilDate;
    }
  | {
      readonly type: 'GrantStay';
      readonly appealId: string;
      readonly points?: readonly number[];
      readonly on: CivilDate;
    }
  | { readonly type: 'LiftStay'; readonly appealId: string; readonly on: CivilDate };

/**
 * What a decision has from a set of its meeting's paragraphs is changed at the meeting.
 * @throws Refusal `unknown-adjustment`, `unknown-notice`, `notice-of-meeting`, `unknown-appeal`, `unknown-point`, `taken-down-before-posted`, `closed-before-filed`, …
 */
export function decideLegalForce(
  { id: decisionId, ...state }: DecisionState,
  command: LegalForceCommand,
  context: DecideContext,
): readonly LegalForceEvent[] {
  switch (command.type) {
    case 'AdjustMinutes': {
      const { on, immediate } = command;
      const adjusted = ownAdjustmentOf(state.proceedings);
      if (adjusted?.on === on && adjusted.immediate === immediate) return [];
      return [{ type: 'MinutesAdjusted', data: { decisionId, on, immediate } }];
    }
    case 'DiscardAdjustment': {
      if (!ownAdjustmentOf(state.proceedings)) {
        throw new Refusal('unknown-adjustment', 'no adjustment is registered of this decision itself');
      }
      const reason = sealedUnder(decisionId)(command.reason);
      return [{ type: 'AdjustmentRegisteredInError', data: { decisionId, ...withoutUndefined({ reason }) } }];
    }
    case 'PostNotice': {
      const { type: _, noticeId = context.id(0), ...notice } = command;
      const data = { decisionId, noticeId, ...withoutUndefined(notice) };
      return [{ type: 'NoticePosted', data }];
    }
    case 'TakeNoticeDown': {
      const { noticeId, on } = command;
      const notice = noticeOf(state.proceedings.notices, noticeId);
      notBefore(notice.on, on, 'taken-down-before-posted', 'a notice cannot be taken down before it is posted');
      return notice.takenDownOn === on ? [] : [{ type: 'NoticeTakenDown', data: { decisionId, noticeId, on } }];
    }
    case 'DiscardNotice': {
      const { noticeId } = noticeOf(state.proceedings.notices, command.noticeId);
      const reason = sealedUnder(decisionId)(command.reason);
      return [{ type: 'NoticeRegisteredInError', data: { decisionId, noticeId, ...withoutUndefined({ reason }) } }];
    }
    case 'FileAppeal': {
      const { type: _, appealId = context.id(0), ...filed } = command;
      checkPoints(state.points, command.points);
      return [{ type: 'AppealFiled', data: { decisionId, appealId, ...copied(filed) } }];
    }
    case 'AppealFurther': {
      const { type: _, ...further } = command;
      const { filedOn } = appealOf(state.proceedings.appeals, command.appealId);
      notBefore(filedOn, command.on, 'closed-before-filed', 'a higher court is asked after the first');
      return [{ type: 'AppealWentOn', data: { decisionId, ...withoutUndefined(further) } }];
    }
    case 'CloseAppeal': {
      const { type: _, ...closed } = command;
      const { filedOn } = appealOf(state.proceedings.appeals, command.appealId);
      notBefore(filedOn, command.on, 'closed-before-filed', 'an appeal cannot be closed before it is filed');
      if (closed.finalOn !== undefined) {
        notBefore(
          closed.on,
          closed.finalOn,
          'final-before-judgment',
          'an outcome is final after it is given',
          '/finalOn',
        );
      }
      return [{ type: 'AppealClosed', data: { decisionId, ...withoutUndefined(closed) } }];
    }
    case 'GrantStay': {
      const { type: _, ...stay } = command;
      appealOf(state.proceedings.appeals, command.appealId);
      checkPoints(state.points, command.points);
      return [{ type: 'StayGranted', data: { decisionId, ...copied(stay) } }];
    }
    case 'LiftStay': {
      const { appealId, on } = command;
      const running = appealOf(state.proceedings.appeals, appealId).stays.some((stay) => stay.liftedOn === undefined);
      if (!running) throw new Refusal('no-stay', 'the decision is not stayed in this appeal', '/appealId');
      return [{ type: 'StayLifted', data: { decisionId, appealId, on } }];
    }
  }
}

function noticeOf(notices: readonly Notice[], noticeId: string): Notice {
  const found = notices.find((notice) => notice.noticeId === noticeId);
  if (!found) throw new Refusal('unknown-notice', 'the decision has no such notice', '/noticeId');
  if (found.meetingId !== undefined) {
    throw new Refusal(
      'notice-of-meeting',
      'the notice is of several paragraphs: change it at its meeting',
      '/noticeId',
    );
  }
  return found;
}

/** @throws Refusal `unknown-appeal` */
export function appealOf(appeals: readonly Appeal[], appealId: string): Appeal {
  const found = appeals.find((appeal) => appeal.appealId === appealId);
  if (!found) throw new Refusal('unknown-appeal', 'the decision has no such appeal', '/appealId');
  return found;
}

function checkPoints(known: DecisionState['points'], points: readonly number[] = []): void {
  for (const point of points) pointOf({ points: known } as DecisionState, point);
}

function notBefore(first: CivilDate, second: CivilDate, rule: string, message: string, field = '/on'): void {
  if (second < first) throw new Refusal(rule, message, field);
}

function copied<T extends { readonly points?: readonly number[] }>({ points, ...rest }: T) {
  return { ...withoutUndefined(rest), ...(points === undefined ? {} : { points: [...points] }) };
}
