import { fileURLToPath } from 'node:url';
import type { MigrationSet } from '@liggare/database';

/** The schema `projections`: which read models there are, how far they are, what they hold back. */
export const projectionMigrations: MigrationSet = {
  schema: 'projections',
  directory: fileURLToPath(new URL('../migrations', import.meta.url)),
};
