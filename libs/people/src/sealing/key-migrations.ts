import { fileURLToPath } from 'node:url';
import type { MigrationSet } from '@liggare/database';

/** The schema `keys`: subject keys and erasure fences. Belongs to the truth, not to the read models. */
export const keyMigrations: MigrationSet = {
  schema: 'keys',
  directory: fileURLToPath(new URL('../../migrations/keys', import.meta.url)),
};
