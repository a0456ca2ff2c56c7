export { findingsProjection } from './application/findings.projection.js';
export * from './domain/acknowledgement-events.js';
export { findingAggregate, type AcknowledgedFinding } from './domain/acknowledgement.js';
export { ruleDescriptions } from './domain/all-rules.js';
export { examine, findingId, type Finding } from './domain/examine.js';
export { FindingsModule } from './findings.module.js';
export { findingsSlice } from './findings.slice.js';
