import pg from 'pg';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/**
 * An empty database of its own on the test server, which `tools/jest/start-postgres.mjs` has started.
 * @throws Error outside of the test run
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env['LIGGARE_TEST_SERVER'];
  if (!server) throw new Error('LIGGARE_TEST_SERVER is not set: run the tests with "npm test" or "npm run test:only"');
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `drop database if exists ${name} with (force)`) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
