import type { Slice } from '@liggare/platform';
import { initiativesProjection } from './application/initiatives.projection.js';
import { initiativeEvents } from './domain/initiative-events.js';

/** What the initiatives slice brings to the register. */
export const initiativesSlice: Slice = {
  name: 'initiatives',
  catalogues: [initiativeEvents],
  projections: [initiativesProjection],
  policies: [],
  migrations: [],
};
