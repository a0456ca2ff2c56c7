import { join } from 'node:path';
import pg from 'pg';
import Postgrator from 'postgrator';

/** A folder of migrations, plain SQL named `001.do.what-it-does.sql`, and the schema they make. */
export interface MigrationSet {
  readonly schema: string;
  readonly directory: string;
}

/** One migration at a time, whoever starts first: the number is this project's, taken at random once. */
const MIGRATION_LOCK = 5_170_443_201;

/**
 * Brings the schemas up to date. Safe to call from many processes at once. A migration that was edited after it had
 * run is refused (its checksum is kept).
 */
export async function migrate(url: string, sets: readonly MigrationSet[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    for (const { schema, directory } of sets) {
      await client.query(`create schema if not exists ${client.escapeIdentifier(schema)}`);
      const postgrator = new Postgrator({
        driver: 'pg',
        migrationPattern: join(directory, '*.sql'),
        schemaTable: `${schema}.migration`,
        currentSchema: schema,
        execQuery: (query) => client.query(query),
        execSqlScript: async (script) => {
          await client.query('begin');
          try {
            await client.query(script);
            await client.query('commit');
          } catch (error) {
            await client.query('rollback');
            throw error;
          }
        },
      });
      await postgrator.migrate();
    }
  } finally {
    await client.end();
  }
}
