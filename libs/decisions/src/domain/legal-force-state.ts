import type { CivilDate } from '@liggare/kernel';
import type { DecisionState } from './decision.js';
import type { LegalForceEvent } from './legal-force-events.js';
import type { AppealOutcome } from './legal-force-vocabulary.js';

export interface Notice {
  readonly noticeId: string;
  readonly on: CivilDate;
  readonly statedLastDay?: CivilDate;
  readonly takenDownOn?: CivilDate;
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
  readonly adjusted?: { readonly on: CivilDate; readonly immediate: boolean };
  readonly notices: readonly Notice[];
  readonly appeals: readonly Appeal[];
}

export const NO_PROCEEDINGS: Proceedings = { notices: [], appeals: [] };

export function evolveProceedings(state: DecisionState, event: LegalForceEvent): DecisionState {
  return { ...state, proceedings: evolved(state.proceedings, event) };
}

function evolved(state: Proceedings, event: LegalForceEvent): Proceedings {
  switch (event.type) {
    case 'MinutesAdjusted': {
      const { on, immediate } = event.data;
      return { ...state, adjusted: { on, immediate } };
    }
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
