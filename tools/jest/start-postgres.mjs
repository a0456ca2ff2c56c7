import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * One real PostgreSQL for the whole test run; every spec makes databases of its own on it.
 * TEST_DATABASE_URL names another server instead. The test server trades safety after a power cut for speed;
 * tests about crashes start servers of their own.
 */
export default async function startPostgres() {
  if (process.env.LIGGARE_TEST_SERVER) return;
  if (process.env.TEST_DATABASE_URL) {
    process.env.LIGGARE_TEST_SERVER = process.env.TEST_DATABASE_URL;
    return;
  }
  const library = new URL('../../libs/database/dist/index.js', import.meta.url);
  if (!existsSync(library)) throw new Error('libs/database is not built: run "npm run build" first');
  const { EmbeddedPostgres } = await import(library.href);
  const directory = await mkdtemp(join(tmpdir(), 'liggare-test-'));
  const server = await EmbeddedPostgres.start({
    directory,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  process.env.LIGGARE_TEST_SERVER = server.url();
  globalThis.liggareTestServer = { server, directory };
}
