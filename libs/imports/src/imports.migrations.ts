import type { MigrationSet } from '@liggare/database';
import { fileURLToPath } from 'node:url';

/** The schema `imports`: files that are tried and recorded, row by row. */
export const importMigrations: MigrationSet = {
  schema: 'imports',
  directory: fileURLToPath(new URL('../migrations', import.meta.url)),
};
