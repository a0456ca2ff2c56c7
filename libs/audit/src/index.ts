export { AuditLog, type LogFilter, type LogPage } from './application/audit-log.js';
export type { AuditEntry } from './application/audit-entry.js';
export { auditTrailProjection } from './application/audit-trail.projection.js';
export { AuditModule } from './audit.module.js';
export { applyChanges, changesBetween, type Change } from './domain/changes.js';
export { blame, type BlamedField, type BlameOptions } from './application/blame.js';
export { diff, type Coordinate, type Diff, type ExplainedChange } from './application/diff.js';
export type { Responsible } from './application/responsible.js';
export { SHOWN, type EntityRef, type Shown } from './application/shown.js';
