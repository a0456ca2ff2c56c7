import type { Slice } from '@liggare/platform';
import { acknowledgementsProjection } from './application/acknowledgements.projection.js';
import { findingsProjection } from './application/findings.projection.js';
import { findingEvents } from './domain/acknowledgement-events.js';

/** What the findings slice brings to the register. */
export const findingsSlice: Slice = {
  name: 'findings',
  catalogues: [findingEvents],
  projections: [findingsProjection, acknowledgementsProjection],
  policies: [],
  migrations: [],
};
