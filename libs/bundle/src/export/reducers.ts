import { auditedAggregates } from '@liggare/audit';
import type { Reducers } from '@liggare/verifier';

/** The rules of what events mean, as the register itself has them. */
export const registerReducers: Reducers = {
  knows: (category) => auditedAggregates.has(category),
  initialState: (category) => auditedAggregates.get(category)?.aggregate.initialState,
  evolve(category, state, { type, data, metadata }) {
    const { aggregate } = auditedAggregates.get(category)!;
    return aggregate.evolve(state, aggregate.catalogue.upcast(type, metadata.schemaVersion, data));
  },
};
