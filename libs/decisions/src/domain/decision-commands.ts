import type { CivilDate, DecisionPointRef, PartialDate } from '@liggare/kernel';
import type { Confidence, Instrument, Outcome, PointKind, StatementKind } from './decision-vocabulary.js';
import type { Organ } from './organ.js';

/** What identifies the paper, as well as it is known. */
export interface DecisionIdentity {
  readonly organ?: Organ;
  readonly meetingId?: string;
  readonly matterId?: string;
  readonly paragraph?: string;
  readonly agendaItem?: string;
  readonly registryNumber?: string;
}

export interface PlainPoint {
  readonly number: number;
  readonly kind: PointKind;
  readonly text: string;
  readonly effectiveFrom?: CivilDate;
  readonly effectiveTo?: CivilDate;
}

export interface RecordDecision extends DecisionIdentity {
  readonly type: 'RecordDecision';
  readonly decisionId: string;
  readonly instrument: Instrument;
  readonly outcome: Outcome;
  readonly decidedOn: PartialDate;
  readonly confidence: Confidence;
  readonly sourceNote?: string;
  readonly documentHash?: string;
  readonly points: readonly PlainPoint[];
  readonly refersTo?: readonly { readonly decisionId: string; readonly point?: number }[];
}

export interface AttachStatement {
  readonly type: 'AttachStatement';
  readonly kind: StatementKind;
  readonly point?: number;
  readonly partyIds: readonly string[];
  readonly personIds: readonly string[];
  readonly signatory?: string;
  readonly filedOn?: PartialDate;
  readonly text?: string;
  readonly documentHash?: string;
}

export interface RefineDecision extends DecisionIdentity {
  readonly type: 'RefineDecision';
  readonly decidedOn?: PartialDate;
  readonly confidence?: Confidence;
  readonly sourceNote?: string;
}

/** Texts are plain here and only here. */
export type DecisionCommand =
  | RecordDecision
  | AttachStatement
  | RefineDecision
  | {
      readonly type: 'CorrectPoint';
      readonly point: number;
      readonly text: string;
      readonly correctedOn: PartialDate;
      readonly basis?: DecisionPointRef;
    }
  | {
      readonly type: 'CorrectPointRegistration';
      readonly point: number;
      readonly kind?: PointKind;
      readonly text?: string;
      readonly effectiveFrom?: CivilDate;
      readonly effectiveTo?: CivilDate;
      readonly reason?: string;
    }
  | {
      readonly type: 'SupersedePoint';
      readonly point: number;
      readonly from?: CivilDate;
      readonly basis?: DecisionPointRef;
    }
  | {
      readonly type: 'ReportDecision';
      readonly on: PartialDate;
      readonly meetingId?: string;
      readonly paragraph?: string;
    }
  | { readonly type: 'MarkDuplicate'; readonly duplicateOf: string; readonly reason?: string };
