/**
 * `npm run contract:table`: runs the contract of the event store on every store there is, and writes what passed as one
 * table to `docs/reference/event-stores.md`. With `EVENTSTOREDB_URL` a real server is one of the stores; what the tests
 * write stays there, in streams that begin with `liggare-test-`. Exit code 0 only if every case passed on every store.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { jestRun } from './test/run-specs.mjs';
import { contractTable } from './test/contract-table.mjs';

/** The specs that call `describeEventStore`. */
const SPECS = ['contract\\.spec\\.ts$', 'memory-event-store\\.spec\\.ts$'];
const PAGE = 'docs/reference/event-stores.md';

const root = fileURLToPath(new URL('..', import.meta.url));
const directory = await mkdtemp(join(tmpdir(), 'liggare-contract-'));
try {
  const outputFile = join(directory, 'results.json');
  await jestRun(root, ['--json', `--outputFile=${outputFile}`, '--maxWorkers=2', ...SPECS]);
  const { text, passed, failed } = contractTable(JSON.parse(await readFile(outputFile, 'utf8')));
  const path = join(root, PAGE);
  const page = await format(text, { ...(await resolveConfig(path)), parser: 'markdown' });
  await writeFile(path, page);
  process.stdout.write(page);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
} finally {
  await rm(directory, { recursive: true, force: true });
}
