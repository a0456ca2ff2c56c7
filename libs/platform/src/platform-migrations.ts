import type { MigrationSet } from '@liggare/database';
import { fileURLToPath } from 'node:url';

/** Tables of the HTTP door. */
export const platformMigrations: MigrationSet = {
  schema: 'api',
  directory: fileURLToPath(new URL('../migrations', import.meta.url)),
};
