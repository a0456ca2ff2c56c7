export type { InitiativeItem } from './application/initiative-list.js';
export * from './application/messages.js';
export * from './domain/initiative-commands.js';
export * from './domain/initiative-events.js';
export { presentInitiative, type InitiativeView } from './domain/initiative-view.js';
export * from './domain/initiative-vocabulary.js';
export { initiativeAggregate, type InitiativeState } from './domain/initiative.js';
export { InitiativesModule } from './initiatives.module.js';
export { initiativesSlice } from './initiatives.slice.js';
