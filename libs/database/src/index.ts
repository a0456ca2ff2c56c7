export * from './database.js';
export * from './embedded-postgres.js';
export * from './migrate.js';
export * from './test-database.js';
