import type { Slice } from '@liggare/platform';
import { compositionProjection } from './application/composition/composition.projection.js';
import { AnnulmentVoidsWhatRested } from './application/annulment-voids-what-rested.policy.js';
import { DeathEndsAppointments } from './application/death-ends-appointments.policy.js';
import { LostSeatEndsDependents } from './application/lost-seat-ends-dependents.policy.js';
import { groupEvents } from './domain/events.js';

/** What the groups slice brings to the register. */
export const groupsSlice: Slice = {
  name: 'groups',
  catalogues: [groupEvents],
  projections: [compositionProjection()],
  policies: [DeathEndsAppointments, AnnulmentVoidsWhatRested, LostSeatEndsDependents],
  migrations: [],
};
