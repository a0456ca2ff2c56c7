export * from './authenticated-encryption.js';
export * from './canonical-json.js';
export * from './commitment.js';
export * from './key-derivation.js';
export * from './sealing.js';
