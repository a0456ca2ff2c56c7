import { foldTogether } from './fold-together.js';
import { indicatorTables } from './indicator-tables.js';
import { PREVENTIVE_CHAIN } from './preventive-chain-shape.js';
import { problemTables } from './problem-tables.js';
import { workTables } from './work-tables.js';

/** Problem, cause, initiative, indicator, follow-up: one read model, so that an answer never mixes two states of it. */
export const preventiveChainProjection = foldTogether(PREVENTIVE_CHAIN.name, PREVENTIVE_CHAIN.version, [
  problemTables,
  workTables,
  indicatorTables,
]);
