import type { Slice } from '@liggare/platform';
import { areasProjection } from './application/areas.projection.js';
import { initiativesProjection } from './application/initiatives.projection.js';
import { preventiveChainProjection } from './application/preventive-chain.projection.js';
import { areaEvents } from './domain/area-events.js';
import { indicatorEvents } from './domain/indicator-events.js';
import { initiativeEvents } from './domain/initiative-events.js';
import { problemEvents } from './domain/problem-events.js';

/** What the initiatives slice brings to the register. */
export const initiativesSlice: Slice = {
  name: 'initiatives',
  catalogues: [problemEvents, initiativeEvents, indicatorEvents, areaEvents],
  projections: [initiativesProjection, preventiveChainProjection, areasProjection],
  policies: [],
  migrations: [],
};
