export { AppendRefused } from './append-outcome.js';
export { AppendOutcomeUnknown } from './appender.js';
export { isPassing as isUnreachable } from './faults.js';
export { MalformedEvent } from './decoded-event.js';
export * from './event-store-db.js';
export { openOrigin, readOrigin, type WithOrigin } from './log-origin.js';
export type { EventStoreDbOptions } from './options.js';
export type { RecordedTimeFinding } from './recorded-time-check.js';
