export { AuditLog, type LogFilter, type LogPage } from './application/audit-log.js';
export type { AuditEntry } from './application/audit-entry.js';
export { auditTrailProjection } from './application/audit-trail.projection.js';
export { AuditModule } from './audit.module.js';
export { applyChanges, changesBetween, type Change } from './domain/changes.js';
export { auditedAggregates, type AuditedAggregate } from './application/audited-aggregates.js';
