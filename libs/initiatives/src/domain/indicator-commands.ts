import type { CivilDate, DecisionPointRef, PartialDate } from '@liggare/kernel';
import type { IndicatorDirection, IndicatorFrequency } from './indicator-vocabulary.js';

/** What is measured. A change of any of it is a new version. */
export interface IndicatorDefinition {
  readonly definition: string;
  readonly unit: string;
  readonly source: string;
  readonly method?: string;
}

/** Half-open: `to` is the first day after. */
export interface MeasuredPeriod {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Exactly one of the two. */
export interface IndicatorSubject {
  readonly initiativeId?: string;
  readonly problemId?: string;
}

interface Based {
  readonly basis?: DecisionPointRef;
}

export interface RegisterIndicator extends IndicatorDefinition {
  readonly type: 'RegisterIndicator';
  readonly indicatorId: string;
  readonly name: string;
  readonly direction: IndicatorDirection;
  readonly frequency: IndicatorFrequency;
  readonly from: PartialDate;
}

export interface RedefineIndicator extends IndicatorDefinition, Based {
  readonly type: 'RedefineIndicator';
  readonly from: CivilDate;
  readonly breaksSeries: boolean;
}

/** `versionId` absent: the version that is registered last. */
export interface SetBaseline extends Based {
  readonly type: 'SetBaseline';
  readonly value: number;
  readonly on: PartialDate;
  readonly versionId?: string;
}

export interface SetTarget extends Based {
  readonly type: 'SetTarget';
  readonly value: number;
  readonly by: CivilDate;
  readonly versionId?: string;
}

/** `versionId` absent: the version that holds when the period ends. */
export interface RecordMeasurement {
  readonly type: 'RecordMeasurement';
  readonly period: MeasuredPeriod;
  readonly value: number;
  readonly versionId?: string;
  readonly source?: string;
  readonly publishedOn?: PartialDate;
}

export interface LinkIndicator extends Based {
  readonly type: 'LinkIndicator';
  readonly subject: IndicatorSubject;
  readonly from?: PartialDate;
  readonly to?: PartialDate;
}

export interface UnlinkIndicator extends Based {
  readonly type: 'UnlinkIndicator';
  readonly linkId: string;
  readonly to: PartialDate;
}

/** Our own entry was wrong. `withdrawn`: what it says never was; it may then be registered anew. */
export interface CorrectIndicatorRegistration extends Partial<IndicatorDefinition> {
  readonly type: 'CorrectIndicatorRegistration';
  readonly corrects: string;
  readonly name?: string;
  readonly direction?: IndicatorDirection;
  readonly frequency?: IndicatorFrequency;
  readonly breaksSeries?: boolean;
  readonly value?: number;
  readonly withdrawn?: true;
  readonly reason?: string;
}

/** Reasons are plain here and only here. */
export type IndicatorCommand =
  | RegisterIndicator
  | RedefineIndicator
  | SetBaseline
  | SetTarget
  | RecordMeasurement
  | LinkIndicator
  | UnlinkIndicator
  | CorrectIndicatorRegistration;
