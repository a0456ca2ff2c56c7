import type { CivilDate, DecisionPointRef, PartialDate } from '@liggare/kernel';
import type { AreaSuccession } from './area-events.js';

interface Based {
  readonly basis?: DecisionPointRef;
}

/** Where an area is. */
export interface Boundary {
  /** In words. */
  readonly boundary: string;
  /** Where its geometry is kept. */
  readonly geometry?: string;
}

export interface RegisterArea extends Boundary {
  readonly type: 'RegisterArea';
  readonly areaId: string;
  readonly name: string;
  readonly code?: string;
  readonly from: PartialDate;
}

export interface RenameArea extends Based {
  readonly type: 'RenameArea';
  readonly name: string;
  readonly from: CivilDate;
}

export interface ChangeBoundary extends Boundary, Based {
  readonly type: 'ChangeBoundary';
  readonly from: CivilDate;
}

export interface SucceedArea extends Based {
  readonly type: 'SucceedArea';
  readonly successorId: string;
  readonly kind: AreaSuccession;
  readonly on: CivilDate;
}

/** Our own entry was wrong. `withdrawn`: what it says never was. */
export interface CorrectAreaRegistration extends Partial<Boundary> {
  readonly type: 'CorrectAreaRegistration';
  readonly corrects: string;
  readonly name?: string;
  readonly withdrawn?: true;
  readonly reason?: string;
}

/** Reasons are plain here and only here. */
export type AreaCommand = RegisterArea | RenameArea | ChangeBoundary | SucceedArea | CorrectAreaRegistration;
