import {
  partialDate,
  type Aggregate,
  type CivilDate,
  type DecisionPointRef,
  type EventOf,
  type PartialDate,
} from '@liggare/kernel';
import type { AreaCommand, Boundary } from './area-commands.js';
import { decideArea } from './area-decide.js';
import { areaEvents, type AreaEvent, type AreaRegistrationCorrected, type AreaSuccession } from './area-events.js';

export interface AreaName {
  readonly nameId: string;
  readonly name: string;
  readonly from: PartialDate;
  readonly basis?: DecisionPointRef;
}

export interface AreaBoundary extends Boundary {
  readonly boundaryId: string;
  readonly from: PartialDate;
  readonly basis?: DecisionPointRef;
}

export interface AreaSuccessor {
  readonly successionId: string;
  readonly successorId: string;
  readonly kind: AreaSuccession;
  readonly on: CivilDate;
  readonly basis?: DecisionPointRef;
}

/** All lists are in the order of registration. */
export interface AreaState {
  /** Empty until the area is registered. */
  readonly id: string;
  readonly code?: string;
  readonly names: readonly AreaName[];
  readonly boundaries: readonly AreaBoundary[];
  readonly successors: readonly AreaSuccessor[];
}

/** An area: what it is called and where it runs when, and what came after it (edge case 49). */
export const areaAggregate: Aggregate<AreaState, AreaCommand, AreaEvent> = {
  category: 'area',
  catalogue: areaEvents,
  initialState: { id: '', names: [], boundaries: [], successors: [] },
  decide: decideArea,
  evolve: evolveArea,
};

function evolveArea(state: AreaState, event: AreaEvent): AreaState {
  switch (event.type) {
    case 'AreaRegistered': {
      const { areaId: id, nameId, name, code, boundaryId, boundary, geometry, from } = event.data;
      const where = { boundaryId, boundary, from, ...(geometry === undefined ? {} : { geometry }) };
      const known = code === undefined ? {} : { code };
      return { ...state, id, ...known, names: [{ nameId, name, from }], boundaries: [where] };
    }
    case 'AreaRenamed': {
      const { areaId: _, from, ...name } = event.data;
      return { ...state, names: [...state.names, { ...name, from: partialDate(from) }] };
    }
    case 'AreaBoundaryChanged': {
      const { areaId: _, from, ...boundary } = event.data;
      return { ...state, boundaries: [...state.boundaries, { ...boundary, from: partialDate(from) }] };
    }
    case 'AreaSucceeded': {
      const { areaId: _, ...successor } = event.data;
      return { ...state, successors: [...state.successors, successor] };
    }
    case 'AreaRegistrationCorrected':
      return corrected(state, event.data);
    default:
      return state;
  }
}

function corrected(state: AreaState, data: EventOf<typeof AreaRegistrationCorrected>['data']): AreaState {
  const { corrects: id, withdrawn, name, boundary, geometry } = data;
  if (withdrawn) {
    return {
      ...state,
      names: state.names.filter(({ nameId }) => nameId !== id),
      boundaries: state.boundaries.filter(({ boundaryId }) => boundaryId !== id),
      successors: state.successors.filter(({ successionId }) => successionId !== id),
    };
  }
  const right = {
    ...(boundary === undefined ? {} : { boundary }),
    ...(geometry === undefined ? {} : { geometry }),
  };
  return {
    ...state,
    names: state.names.map((one) => (one.nameId === id && name !== undefined ? { ...one, name } : one)),
    boundaries: state.boundaries.map((one) => (one.boundaryId === id ? { ...one, ...right } : one)),
  };
}
