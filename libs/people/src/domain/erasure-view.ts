import type { CivilDate, Personal } from '@liggare/kernel';
import type { ErasureExecution, ErasureRefusal, ErasureState, ErasureStatus } from './erasure.js';
import type { ErasureGround } from './erasure-grounds.js';

/** An erasure as it is now. Texts are commitments; after the deed nobody can reveal them. */
export interface ErasureView {
  readonly id: string;
  readonly subjectId: string;
  readonly status: ErasureStatus;
  readonly ground?: ErasureGround;
  readonly text?: Personal;
  readonly refusal?: ErasureRefusal;
  readonly execution?: ErasureExecution;
  readonly completedOn?: CivilDate;
}

export function presentErasure(state: ErasureState): ErasureView {
  return state;
}
