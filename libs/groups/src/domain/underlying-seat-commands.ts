import type { CivilDate } from '@liggare/kernel';
import type { Based } from './commands.js';

export interface RequireUnderlyingSeat extends Based {
  readonly type: 'RequireUnderlyingSeat';
  readonly underlyingId: string;
  readonly from: CivilDate;
}

export interface NoLongerRequireUnderlyingSeat extends Based {
  readonly type: 'NoLongerRequireUnderlyingSeat';
  readonly on: CivilDate;
}

/** A seat that somebody holds or held in the underlying group, as it takes effect there. */
export interface UnderlyingSeat {
  readonly personId: string;
  readonly appointmentId: string;
  readonly from?: CivilDate;
  /** First day without it; absent too when nothing but the end of the mandate ends it. */
  readonly lostOn?: CivilDate;
}

/** Derived ends are brought in line with who holds what in the underlying group now. */
export interface FollowUnderlyingSeats {
  readonly type: 'FollowUnderlyingSeats';
  readonly underlyingId: string;
  readonly seats: readonly UnderlyingSeat[];
}

export type UnderlyingSeatCommand = RequireUnderlyingSeat | NoLongerRequireUnderlyingSeat | FollowUnderlyingSeats;
