export * from './client/ask-witness.js';
export * from './server/cosigner-key.js';
export * from './server/serve-witness.js';
export * from './server/witness.js';
export * from './server/witness-state.js';
export * from './time/ask-for-timestamp.js';
export { MalformedDer } from './time/der.js';
export { timestampRequest } from './time/timestamp-request.js';
export * from './time/timestamp-response.js';
