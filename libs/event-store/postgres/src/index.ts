export * from './event-store-migrations.js';
export * from './log-origin.js';
export * from './postgres-event-store.js';
export * from './write-copied.js';
