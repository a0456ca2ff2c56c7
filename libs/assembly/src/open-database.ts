import { EmbeddedPostgres } from '@liggare/database';
import { dataFile, type Configuration } from '@liggare/platform';

/** Where the register's database is, and how to let go of it. */
export interface OpenDatabase {
  readonly url: string;
  /** The embedded server; absent when DATABASE_URL names another. */
  readonly embedded?: EmbeddedPostgres;
}

/** The database of DATABASE_URL, or the embedded server's, which is started when it does not run. */
export async function openDatabase(configuration: Configuration): Promise<OpenDatabase> {
  if (configuration.databaseUrl !== undefined) return { url: configuration.databaseUrl };
  const embedded = await EmbeddedPostgres.start({ directory: dataFile(configuration, 'postgres') });
  await embedded.ensureDatabase('liggare');
  return { url: embedded.url('liggare'), embedded };
}
