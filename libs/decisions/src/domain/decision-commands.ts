import type { CivilDate, DecisionPointRef, PartialDate } from '@liggare/kernel';
import type { AnnulmentCommand } from './annulment-decide.js';
import type { BallotCommand } from './ballot.js';
import type { DeferDecision } from './deferral.js';
import type { ElectionCommand } from './election.js';
import type {
  Clearable,
  Confidence,
  Instrument,
  Outcome,
  PointClearable,
  PointKind,
  StatementKind,
} from './decision-vocabulary.js';
import type { FollowMinutes } from './follow-minutes.js';
import type { LegalForceCommand } from './legal-force-decide.js';
import type { Organ } from './organ.js';

/** What identifies the paper, as well as it is known. */
export interface DecisionIdentity {
  readonly organ?: Organ;
  readonly meetingId?: string;
  readonly matterId?: string;
  readonly session?: string;
  readonly sequence?: number;
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
  /** Entered before the minutes were adjusted. */
  readonly awaitsAdjustment?: boolean;
  readonly refersTo?: readonly { readonly decisionId: string; readonly point?: number }[];
}

interface DecisionFacts extends DecisionIdentity {
  readonly instrument?: Instrument;
  readonly outcome?: Outcome;
  readonly decidedOn?: PartialDate;
  readonly confidence?: Confidence;
  readonly sourceNote?: string;
}

/** A new source says more. A point that is not there yet needs its kind and text. */
export interface RefineDecision extends DecisionFacts {
  readonly type: 'RefineDecision';
  readonly points?: readonly (Pick<PlainPoint, 'number'> & Partial<PlainPoint>)[];
}

/** The register was wrong about the decision: another value, or none after all. */
export interface CorrectDecisionRegistration extends DecisionFacts {
  readonly type: 'CorrectDecisionRegistration';
  readonly documentHash?: string;
  readonly clears?: readonly Clearable[];
  readonly reason?: string;
}

export interface StatementPaper {
  readonly point?: number;
  readonly signatory?: string;
  readonly filedOn?: PartialDate;
  readonly text?: string;
  readonly documentHash?: string;
}

export interface AttachStatement extends StatementPaper {
  readonly type: 'AttachStatement';
  readonly kind: StatementKind;
  readonly partyIds: readonly string[];
  readonly personIds: readonly string[];
}

interface StatementFacts extends StatementPaper {
  readonly statementId: string;
  readonly kind?: StatementKind;
  readonly partyIds?: readonly string[];
  readonly personIds?: readonly string[];
}

/** A new source says more of a statement, e.g. of which kind it was. */
export interface RefineStatement extends StatementFacts {
  readonly type: 'RefineStatement';
  readonly sourceNote?: string;
}

/** The register had rendered a statement wrongly; `withdrawn`: it does not belong to this decision at all. */
export interface CorrectStatementRegistration extends StatementFacts {
  readonly type: 'CorrectStatementRegistration';
  readonly withdrawn?: boolean;
  readonly reason?: string;
}

export type StatementCommand = AttachStatement | RefineStatement | CorrectStatementRegistration;

/** The authority corrects a clerical error in its decision (36 § FL). */
export interface CorrectPoint {
  readonly type: 'CorrectPoint';
  readonly point: number;
  readonly text: string;
  readonly correctedOn: PartialDate;
  readonly correctedBy?: string;
  readonly reason?: string;
  readonly basis?: DecisionPointRef;
}

/** The register had rendered the point wrongly. */
export interface CorrectPointRegistration {
  readonly type: 'CorrectPointRegistration';
  readonly point: number;
  readonly kind?: PointKind;
  readonly text?: string;
  readonly effectiveFrom?: CivilDate;
  readonly effectiveTo?: CivilDate;
  readonly clears?: readonly PointClearable[];
  readonly reason?: string;
}

/** A later point takes the place of this one; without `from` this one never had effect. */
export interface SupersedePoint {
  readonly type: 'SupersedePoint';
  readonly point: number;
  readonly from?: CivilDate;
  readonly basis?: DecisionPointRef;
}

export type PointCommand = CorrectPoint | CorrectPointRegistration | SupersedePoint;

/** Texts are plain here and only here. */
export type DecisionCommand =
  | RecordDecision
  | RefineDecision
  | CorrectDecisionRegistration
  | StatementCommand
  | PointCommand
  | AnnulmentCommand
  | LegalForceCommand
  | FollowMinutes
  | BallotCommand
  | ElectionCommand
  | DeferDecision
  | {
      readonly type: 'ReportDecision';
      readonly on: PartialDate;
      readonly meetingId?: string;
      readonly paragraph?: string;
    }
  | { readonly type: 'MarkDuplicate'; readonly duplicateOf: string; readonly reason?: string }
  | { readonly type: 'DiscardDecision'; readonly reason?: string };
