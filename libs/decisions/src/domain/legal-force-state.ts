import type { CivilDate } from '@liggare/kernel';
import type { DecisionState } from './decision.js';
import type { LegalForceEvent } from './legal-force-events.js';
import type { AppealOutcome } from './legal-force-vocabulary.js';

export interface Notice {
  readonly noticeId: string;
  readonly on: CivilDate;
  readonly statedLastDay?: CivilDate;
  readonly takenDownOn?: CivilDate;
  /** The meeting that it is a notice of; absent: it was registered of the decision itself. */
  readonly meetingId?: string;
}

/** Minutes adjusted, as registered of the decision itself or, with both ids, of a set of its meeting's paragraphs. */
export interface Adjustment {
  readonly on: CivilDate;
  readonly immediate: boolean;
  readonly meetingId?: string;
  readonly adjustmentId?: string;
}

export interface Stay {
  readonly on: CivilDate;
  readonly points?: readonly number[];
  readonly liftedOn?: CivilDate;
}

export interface Appeal {
  readonly appealId: string;
  readonly points?: readonly number[];
  readonly filedOn: CivilDate;
  /** Lower courts first. */
  readonly instances: readonly { readonly court: string; readonly caseNumber?: string; readonly on: CivilDate }[];
  readonly closed?: { readonly outcome: AppealOutcome; readonly on: CivilDate; readonly finalOn?: CivilDate };
  readonly stays: readonly Stay[];
}

/** What is registered of minutes, notices and appeals. */
export interface Proceedings {
  /** What holds: what is registered of the decision itself, or else of a set of paragraphs. */
  readonly adjusted?: Adjustment;
  /** What the set says, when what is registered of the decision itself holds instead. */
  readonly setAdjustment?: Adjustment;
  readonly notices: readonly Notice[];
  readonly appeals: readonly Appeal[];
}

export const NO_PROCEEDINGS: Proceedings = { notices: [], appeals: [] };

/** What is registered of the decision itself. */
export function ownAdjustmentOf({ adjusted }: Proceedings): Adjustment | undefined {
  return adjusted?.adjustmentId === undefined ? adjusted : undefined;
}

/** What is registered of a set of paragraphs that the decision is in. */
export function setAdjustmentOf({ adjusted, setAdjustment }: Proceedings): Adjustment | undefined {
  return adjusted?.adjustmentId === undefined ? setAdjustment : adjusted;
}

function withAdjustments(state: Proceedings, own: Adjustment | undefined, set: Adjustment | undefined): Proceedings {
  const { adjusted: _, setAdjustment: _set, ...rest } = state;
  const adjusted = own ?? set;
  if (!adjusted) return rest;
  return { ...rest, adjusted, ...(own && set ? { setAdjustment: set } : {}) };
}

export function evolveProceedings(state: DecisionState, event: LegalForceEvent): DecisionState {
  return { ...state, proceedings: evolved(state.proceedings, event) };
}

function evolved(state: Proceedings, event: LegalForceEvent): Proceedings {
  switch (event.type) {
    case 'MinutesAdjusted': {
      const { decisionId: _, ...adjustment } = event.data;
      const isSet = adjustment.adjustmentId !== undefined;
      return isSet
        ? withAdjustments(state, ownAdjustmentOf(state), adjustment)
        : withAdjustments(state, adjustment, setAdjustmentOf(state));
    }
    case 'AdjustmentRegisteredInError':
      return event.data.adjustmentId === undefined
        ? withAdjustments(state, undefined, setAdjustmentOf(state))
        : withAdjustments(state, ownAdjustmentOf(state), undefined);
    case 'NoticePosted': {
      const { decisionId: _, ...notice } = event.data;
      return { ...state, notices: [...state.notices, notice] };
    }
    case 'NoticeTakenDown': {
      const { noticeId, on } = event.data;
      const taken = (notice: Notice) => (notice.noticeId === noticeId ? { ...notice, takenDownOn: on } : notice);
      return { ...state, notices: state.notices.map(taken) };
    }
    case 'NoticeRegisteredInError':
      return { ...state, notices: state.notices.filter(({ noticeId }) => noticeId !== event.data.noticeId) };
    case 'AppealFiled': {
      const { decisionId: _, court, caseNumber, on, ...appeal } = event.data;
      const instances = [{ court, ...(caseNumber === undefined ? {} : { caseNumber }), on }];
      return { ...state, appeals: [...state.appeals, { ...appeal, filedOn: on, instances, stays: [] }] };
    }
    case 'AppealWentOn': {
      const { decisionId: _, appealId, ...instance } = event.data;
      return withAppeal(state, appealId, ({ closed: _closed, ...appeal }) => ({
        ...appeal,
        instances: [...appeal.instances, instance],
      }));
    }
    case 'AppealClosed': {
      const { decisionId: _, appealId, ...closed } = event.data;
      return withAppeal(state, appealId, (appeal) => ({ ...appeal, closed }));
    }
    case 'StayGranted': {
      const { decisionId: _, appealId, ...stay } = event.data;
      return withAppeal(state, appealId, (appeal) => ({ ...appeal, stays: [...appeal.stays, stay] }));
    }
    case 'StayLifted': {
      const { appealId, on } = event.data;
      const lifted = (stay: Stay) => (stay.liftedOn === undefined ? { ...stay, liftedOn: on } : stay);
      return withAppeal(state, appealId, (appeal) => ({ ...appeal, stays: appeal.stays.map(lifted) }));
    }
  }
}

function withAppeal(state: Proceedings, appealId: string, change: (appeal: Appeal) => Appeal): Proceedings {
  return { ...state, appeals: state.appeals.map((a) => (a.appealId === appealId ? change(a) : a)) };
}
