import type { Slice } from '@liggare/platform';
import { importEvents } from './domain/import-events.js';
import { importMigrations } from './imports.migrations.js';

/** What the imports slice brings to the register. */
export const importsSlice: Slice = {
  name: 'imports',
  catalogues: [importEvents],
  projections: [],
  policies: [],
  migrations: [importMigrations],
};
