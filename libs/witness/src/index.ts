export * from './client/ask-witness.js';
export * from './server/cosigner-key.js';
export * from './server/serve-witness.js';
export * from './server/witness.js';
export * from './server/witness-state.js';
