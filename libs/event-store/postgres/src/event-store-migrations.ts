import { fileURLToPath } from 'node:url';
import type { MigrationSet } from '@liggare/database';

export const eventStoreMigrations: MigrationSet = {
  schema: 'event_store',
  directory: fileURLToPath(new URL('../migrations', import.meta.url)),
};
