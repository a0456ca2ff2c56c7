import type { CivilDate, DecisionPointRef } from '@liggare/kernel';
import type { ErasureGround, RefusalGround } from './erasure-grounds.js';

export interface RequestErasure {
  readonly type: 'RequestErasure';
  readonly erasureId: string;
  readonly subjectId: string;
  readonly ground: ErasureGround;
  /** May name people, so it is sealed under the subject's own key. */
  readonly text?: string;
}

export interface RefuseErasure {
  readonly type: 'RefuseErasure';
  readonly ground: RefusalGround;
  readonly authority: string;
  readonly decision?: DecisionPointRef;
  /** Sealed under the subject's key. */
  readonly text?: string;
}

/** Who decided that the keys are destroyed, and on what. */
export interface ErasureAuthority {
  readonly authority: string;
  readonly legalBasis: string;
  readonly decision?: DecisionPointRef;
}

/** A key that is no more, and what was sealed under it. */
export interface DestroyedKey {
  readonly keyId: string;
  readonly keyCommitment: string;
  readonly affectedCount: number;
  readonly affectedDigest: string;
}

/** Said once the keys are destroyed: an event in the log never runs ahead of the deed. */
export interface RecordErasure extends ErasureAuthority {
  readonly type: 'RecordErasure';
  readonly on: CivilDate;
  readonly keys: readonly DestroyedKey[];
}

export interface CompleteErasure {
  readonly type: 'CompleteErasure';
  readonly on: CivilDate;
}

export type ErasureCommand = RequestErasure | RefuseErasure | RecordErasure | CompleteErasure;
