import { partialDate, withoutUndefined, type EventOf } from '@liggare/kernel';
import type { IndicatorEvent, IndicatorRegistrationCorrected } from './indicator-events.js';
import type { IndicatorState } from './indicator.js';

export function evolveIndicator(state: IndicatorState, event: IndicatorEvent): IndicatorState {
  switch (event.type) {
    case 'IndicatorRegistered': {
      const { indicatorId: id, registrationId, name, direction, frequency, ...version } = event.data;
      const versions = [...state.versions, { ...version, breaksSeries: false }];
      return { ...state, id, registrationId, name, direction, frequency, versions };
    }
    case 'IndicatorRedefined': {
      const { indicatorId: _, from, ...version } = event.data;
      return { ...state, versions: [...state.versions, { ...version, from: partialDate(from) }] };
    }
    case 'BaselineSet': {
      const { indicatorId: _, ...baseline } = event.data;
      return { ...state, baselines: [...state.baselines, baseline] };
    }
    case 'TargetSet': {
      const { indicatorId: _, ...target } = event.data;
      return { ...state, targets: [...state.targets, target] };
    }
    case 'MeasurementRecorded': {
      const { indicatorId: _, ...measurement } = event.data;
      return { ...state, measurements: [...state.measurements, measurement] };
    }
    case 'IndicatorLinked': {
      const { indicatorId: _, ...link } = event.data;
      return { ...state, links: [...state.links, link] };
    }
    case 'IndicatorUnlinked': {
      const { linkId, to } = event.data;
      return { ...state, links: state.links.map((link) => (link.linkId === linkId ? { ...link, to } : link)) };
    }
    case 'IndicatorRegistrationCorrected':
      return event.data.withdrawn ? withdrawn(state, event.data.corrects) : corrected(state, event.data);
    default:
      return state;
  }
}

function withdrawn(state: IndicatorState, id: string): IndicatorState {
  return {
    ...state,
    versions: state.versions.filter(({ versionId }) => versionId !== id),
    baselines: state.baselines.filter(({ baselineId }) => baselineId !== id),
    targets: state.targets.filter(({ targetId }) => targetId !== id),
    measurements: state.measurements.filter(({ measurementId }) => measurementId !== id),
    links: state.links.filter(({ linkId }) => linkId !== id),
  };
}

function corrected(
  state: IndicatorState,
  data: EventOf<typeof IndicatorRegistrationCorrected>['data'],
): IndicatorState {
  const { indicatorId: _, corrects: id, reason: _why, withdrawn: _never, ...fields } = data;
  const { name, direction, frequency, value, ...definition } = fields;
  if (id === state.registrationId) return { ...state, ...withoutUndefined({ name, direction, frequency }) };
  const right = withoutUndefined({ value });
  return {
    ...state,
    versions: state.versions.map((one) => (one.versionId === id ? { ...one, ...definition } : one)),
    baselines: state.baselines.map((one) => (one.baselineId === id ? { ...one, ...right } : one)),
    targets: state.targets.map((one) => (one.targetId === id ? { ...one, ...right } : one)),
    measurements: state.measurements.map((one) => (one.measurementId === id ? { ...one, ...right } : one)),
  };
}
