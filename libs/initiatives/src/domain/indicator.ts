import type { Aggregate, CivilDate, DecisionPointRef, PartialDate } from '@liggare/kernel';
import type { IndicatorCommand, IndicatorDefinition, IndicatorSubject, MeasuredPeriod } from './indicator-commands.js';
import { decideIndicator } from './indicator-decide.js';
import { indicatorEvents, type IndicatorEvent } from './indicator-events.js';
import { evolveIndicator } from './indicator-evolve.js';
import type { IndicatorDirection, IndicatorFrequency } from './indicator-vocabulary.js';

export interface IndicatorVersion extends IndicatorDefinition {
  readonly versionId: string;
  readonly from: PartialDate;
  /** Its values cannot be compared with those before. */
  readonly breaksSeries: boolean;
  readonly basis?: DecisionPointRef;
}

export interface Baseline {
  readonly baselineId: string;
  readonly versionId: string;
  readonly value: number;
  readonly on: PartialDate;
  readonly basis?: DecisionPointRef;
}

export interface Target {
  readonly targetId: string;
  readonly versionId: string;
  readonly value: number;
  readonly by: CivilDate;
  readonly basis?: DecisionPointRef;
}

export interface Measurement {
  readonly measurementId: string;
  readonly versionId: string;
  readonly period: MeasuredPeriod;
  readonly value: number;
  readonly source?: string;
  readonly publishedOn?: PartialDate;
  readonly recalculates?: string;
}

export interface IndicatorLink {
  readonly linkId: string;
  readonly subject: IndicatorSubject;
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  readonly basis?: DecisionPointRef;
}

/** All lists are in the order of registration. */
export interface IndicatorState {
  /** Empty until the indicator is registered. */
  readonly id: string;
  readonly registrationId: string;
  readonly name: string;
  readonly direction: IndicatorDirection;
  readonly frequency: IndicatorFrequency;
  readonly versions: readonly IndicatorVersion[];
  readonly baselines: readonly Baseline[];
  readonly targets: readonly Target[];
  readonly measurements: readonly Measurement[];
  readonly links: readonly IndicatorLink[];
}

const unregistered: IndicatorState = {
  id: '',
  registrationId: '',
  name: '',
  direction: 'neither',
  frequency: 'irregular',
  versions: [],
  baselines: [],
  targets: [],
  measurements: [],
  links: [],
};

/** An indicator: what is measured by which definition when, what it was, is and should be, and what it follows. */
export const indicatorAggregate: Aggregate<IndicatorState, IndicatorCommand, IndicatorEvent> = {
  category: 'indicator',
  catalogue: indicatorEvents,
  initialState: unregistered,
  decide: decideIndicator,
  evolve: evolveIndicator,
};
