import type { MigrationSet } from '@liggare/database';
import { fileURLToPath } from 'node:url';

/** Tables of the transparency log. */
export const transparencyMigrations: MigrationSet = {
  schema: 'evidence',
  directory: fileURLToPath(new URL('../migrations', import.meta.url)),
};
