import type { Aggregate, CivilDate, DecisionPointRef, Personal } from '@liggare/kernel';
import type { DestroyedKey, ErasureAuthority, ErasureCommand } from './erasure-commands.js';
import { decideErasure } from './erasure-decide.js';
import { erasureEvents, type ErasureEvent } from './erasure-events.js';
import type { ErasureGround, RefusalGround } from './erasure-grounds.js';

export type ErasureStatus = 'requested' | 'refused' | 'executed' | 'completed';

export interface ErasureRefusal {
  readonly ground: RefusalGround;
  readonly authority: string;
  readonly text?: Personal;
  readonly decision?: DecisionPointRef;
}

export interface ErasureExecution extends ErasureAuthority {
  readonly on: CivilDate;
  readonly keys: readonly DestroyedKey[];
}

export interface ErasureState {
  /** Empty until the erasure is requested. */
  readonly id: string;
  readonly subjectId: string;
  readonly status: ErasureStatus;
  readonly ground?: ErasureGround;
  readonly text?: Personal;
  readonly refusal?: ErasureRefusal;
  readonly execution?: ErasureExecution;
  readonly completedOn?: CivilDate;
}

function evolve(state: ErasureState, event: ErasureEvent): ErasureState {
  switch (event.type) {
    case 'ErasureRequested': {
      const { erasureId: id, ...request } = event.data;
      return { ...state, ...request, id, status: 'requested' };
    }
    case 'ErasureRefused': {
      const { erasureId: _, subjectId: __, ...refusal } = event.data;
      return { ...state, status: 'refused', refusal };
    }
    case 'SubjectKeyErased': {
      const { erasureId: _, subjectId: __, on, authority, legalBasis, decision, ...key } = event.data;
      const by = { authority, legalBasis, ...(decision === undefined ? {} : { decision }) };
      return { ...state, status: 'executed', execution: { on, ...by, keys: [...(state.execution?.keys ?? []), key] } };
    }
    case 'ErasureCompleted':
      return { ...state, status: 'completed', completedOn: event.data.on };
    default:
      return state;
  }
}

/** One act of erasure: requested, and then refused, or executed and at last complete. Never a button. */
export const erasureAggregate: Aggregate<ErasureState, ErasureCommand, ErasureEvent> = {
  category: 'erasure',
  catalogue: erasureEvents,
  initialState: { id: '', subjectId: '', status: 'requested' },
  decide: decideErasure,
  evolve,
};
