import type { Aggregate, CivilDate, DecisionPointRef, PartialDate, Personal } from '@liggare/kernel';
import { evolveBallots, type Ballot } from './ballot.js';
import { withoutFields } from './changed-fields.js';
import type { DecisionCommand, DecisionIdentity } from './decision-commands.js';
import { decideDecision } from './decision-decide.js';
import { decisionEvents, type DecisionEvent } from './decision-events.js';
import type { Confidence, Instrument, Outcome, PointKind, StatementKind } from './decision-vocabulary.js';
import type { Deferral } from './deferral.js';
import { evolveElections, type Election } from './election.js';
import { evolveProceedings, NO_PROCEEDINGS, type Proceedings } from './legal-force-state.js';

export interface Point {
  readonly number: number;
  readonly kind: PointKind;
  readonly text: Personal;
  readonly effectiveFrom?: CivilDate;
  readonly effectiveTo?: CivilDate;
  /** Clerical corrections of its text, oldest first, each with the text before it. */
  readonly corrections: readonly {
    readonly former: Personal;
    readonly correctedOn: PartialDate;
    readonly correctedBy?: Personal;
    readonly reason?: Personal;
    readonly basis?: DecisionPointRef;
  }[];
  readonly superseded?: { readonly from?: CivilDate; readonly basis?: DecisionPointRef };
}

export interface Statement {
  readonly statementId: string;
  readonly kind: StatementKind;
  readonly point?: number;
  readonly partyIds: readonly string[];
  readonly personIds: readonly string[];
  readonly signatory?: Personal;
  readonly filedOn?: PartialDate;
  readonly text?: Personal;
  readonly documentHash?: string;
}

/** Points that a court annulled. Void from the start, once the judgment is final. */
export interface Annulment {
  readonly appealId: string;
  readonly points: readonly number[];
  readonly court: string;
  readonly caseNumber?: string;
  readonly judgmentOn: CivilDate;
  readonly finalOn?: CivilDate;
}

export interface DecisionState extends DecisionIdentity {
  /** Empty until the decision is registered. */
  readonly id: string;
  readonly instrument: Instrument;
  readonly outcome: Outcome;
  readonly decidedOn: PartialDate;
  readonly confidence: Confidence;
  readonly sourceNote?: Personal;
  readonly documentHash?: string;
  readonly points: readonly Point[];
  readonly statements: readonly Statement[];
  readonly ballots: readonly Ballot[];
  readonly elections: readonly Election[];
  readonly deferral?: Deferral;
  readonly refersTo: readonly { readonly decisionId: string; readonly point?: number }[];
  /** Entered before the minutes were adjusted. */
  readonly awaitsAdjustment?: true;
  readonly reported?: { readonly on: PartialDate; readonly meetingId?: string; readonly paragraph?: string };
  readonly duplicateOf?: string;
  /** The entry was a mistake. Nothing else is left of it then. */
  readonly registeredInError?: true;
  readonly annulments: readonly Annulment[];
  readonly proceedings: Proceedings;
}

const unregistered: DecisionState = {
  id: '',
  instrument: 'unknown',
  outcome: 'unknown',
  decidedOn: 'unknown' as PartialDate,
  confidence: 'uncertain',
  points: [],
  statements: [],
  ballots: [],
  elections: [],
  refersTo: [],
  annulments: [],
  proceedings: NO_PROCEEDINGS,
};

type RefinedPoint = NonNullable<Extract<DecisionEvent, { type: 'DecisionRefined' }>['data']['points']>[number];

function evolve(state: DecisionState, event: DecisionEvent): DecisionState {
  switch (event.type) {
    case 'DecisionRecorded': {
      const { decisionId: id, points, refersTo = [], ...recorded } = event.data;
      return { ...state, ...recorded, id, refersTo, points: points.map((point) => ({ ...point, corrections: [] })) };
    }
    case 'StatementAttached': {
      const { decisionId: _, ...statement } = event.data;
      return { ...state, statements: [...state.statements, statement] };
    }
    case 'StatementRefined': {
      const { decisionId: _, statementId, sourceNote: _source, ...refined } = event.data;
      return withStatement(state, statementId, (statement) => [{ ...statement, ...refined }]);
    }
    case 'StatementRegistrationCorrected': {
      const { decisionId: _, statementId, withdrawn, reason: _why, ...corrected } = event.data;
      return withStatement(state, statementId, (s) => (withdrawn ? [] : [{ ...s, ...corrected }]));
    }
    case 'DecisionRefined': {
      const { decisionId: _, refines: _before, points = [], ...refined } = event.data;
      return points.reduce(withRefinedPoint, { ...state, ...refined });
    }
    case 'DecisionRegistrationCorrected': {
      const { decisionId: _, reason: _why, clears = [], ...corrected } = event.data;
      return { ...withoutFields(state, clears), ...corrected };
    }
    case 'DecisionRegisteredInError':
      return { ...unregistered, id: state.id, registeredInError: true };
    case 'PointCorrected': {
      const { decisionId: _, point, text, ...correction } = event.data;
      return withPoint(state, point, (p) => ({ ...p, text, corrections: [...p.corrections, correction] }));
    }
    case 'PointRegistrationCorrected': {
      const { decisionId: _, point, reason: _why, clears = [], ...corrected } = event.data;
      return withPoint(state, point, (p) => ({ ...withoutFields(p, clears), ...corrected }));
    }
    case 'PointSuperseded': {
      const { decisionId: _, point, ...superseded } = event.data;
      return withPoint(state, point, (p) => ({ ...p, superseded }));
    }
    case 'DecisionReported': {
      const { decisionId: _, ...reported } = event.data;
      return { ...state, reported };
    }
    case 'DecisionMarkedDuplicate':
      return { ...state, duplicateOf: event.data.duplicateOf };
    case 'MinutesAdjusted':
    case 'AdjustmentRegisteredInError':
    case 'NoticePosted':
    case 'NoticeTakenDown':
    case 'NoticeRegisteredInError':
    case 'AppealFiled':
    case 'AppealWentOn':
    case 'AppealClosed':
    case 'StayGranted':
    case 'StayLifted':
      return evolveProceedings(state, event);
    case 'PointsAnnulled': {
      const { decisionId: _, ...annulment } = event.data;
      return { ...state, annulments: [...state.annulments, annulment] };
    }
    case 'AnnulmentBecameFinal': {
      const { appealId, finalOn } = event.data;
      const final = (a: Annulment) => (a.appealId === appealId ? { ...a, finalOn } : a);
      return { ...state, annulments: state.annulments.map(final) };
    }
    case 'AnnulmentRegisteredInError':
      return { ...state, annulments: state.annulments.filter((a) => a.appealId !== event.data.appealId) };
    case 'BallotRecorded':
    case 'BallotRegistrationCorrected':
      return evolveBallots(state, event);
    case 'ElectionRecorded':
    case 'ElectionRegistrationCorrected':
      return evolveElections(state, event);
    case 'DecisionDeferred': {
      const { decisionId: _, ...deferral } = event.data;
      return { ...state, deferral };
    }
    default:
      return state;
  }
}

function withPoint(state: DecisionState, number: number, change: (point: Point) => Point): DecisionState {
  return { ...state, points: state.points.map((point) => (point.number === number ? change(point) : point)) };
}

function withRefinedPoint(state: DecisionState, refined: RefinedPoint): DecisionState {
  const { number, kind, text, ...days } = refined;
  if (state.points.some((point) => point.number === number)) {
    return withPoint(state, number, (point) => ({ ...point, ...refined }));
  }
  if (kind === undefined || text === undefined) return state;
  return { ...state, points: [...state.points, { number, kind, text, ...days, corrections: [] }] };
}

function withStatement(
  state: DecisionState,
  statementId: string,
  change: (statement: Statement) => readonly Statement[],
): DecisionState {
  return { ...state, statements: state.statements.flatMap((s) => (s.statementId === statementId ? change(s) : [s])) };
}

/** A decision: one paragraph of minutes, or an act outside a meeting. Its points are the unit of effect. */
export const decisionAggregate: Aggregate<DecisionState, DecisionCommand, DecisionEvent> = {
  category: 'decision',
  catalogue: decisionEvents,
  initialState: unregistered,
  decide: decideDecision,
  evolve,
};
