export { AuditLog, type LogFilter, type LogPage } from './application/audit-log.js';
export type { AuditEntry } from './application/audit-entry.js';
export { auditTrailProjection } from './application/audit-trail.projection.js';
export { AuditModule } from './audit.module.js';
export { applyChanges, changesBetween, type Change } from './domain/changes.js';
export { blame, type BlamedField, type BlameOptions } from './application/blame.js';
export { diff, type Coordinate, type Diff, type ExplainedChange } from './application/diff.js';
export type { Responsible } from './application/responsible.js';
export { SHOWN, type EntityRef, type Shown } from './application/shown.js';
export { auditSlice } from './audit.slice.js';
export { keepPublishing, type KeepPublishingOptions } from './application/keep-publishing.js';
export { replay, ReplayBroken, type Replayed, type ReplayOptions } from './application/replay.js';
export { Samples, type SampleOrder } from './application/samples.js';
export {
  publishDigest,
  publishedDigests,
  replayAndCompare,
  type Compared,
  type ListedDigest,
} from './application/state-digests.js';
export { auditedAggregates, type AuditedAggregate } from './application/audited-aggregates.js';
export { AuditSampleDrawn, StateDigestPublished } from './domain/audit-events.js';
export { auditSampleAggregate, drawSample, type AuditSample } from './domain/audit-sample.js';
export { stateDigestAggregate, stateDigestId, type PublishedDigest } from './domain/published-digest.js';
export { proofsIn } from './application/why/proof-of.js';
export type { ProofOf, When } from './application/why/reason-chain.js';
export type { ReasonLink, Sentence } from './application/why/reason-link.js';
export { whyMembership, type MembershipReason, type Reasoning } from './application/why/why-membership.js';
export { whyVacant, type SeatReason } from './application/why/why-vacant.js';
export { reportCsv } from './application/reports/report-csv.js';
export type { Cell, ReportColumn, ReportDefinition, ReportSource } from './application/reports/report.js';
export { makeReport, REPORTS, type MadeReport, type ReportOrder } from './application/reports/reports.js';
export { Anchors, type ListedAnchor, type TimeBounds } from './application/anchors.js';
export { anchorIfDue, keepAnchoring } from './application/keep-anchoring.js';
export { anchorAggregate, CheckpointAnchored, type Anchor } from './domain/anchor.js';
