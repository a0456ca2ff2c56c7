/**
 * `npm run bench [-- event-store|eventstoredb|store-copy|composition|http|import|evidence] [--events N]`: measures the register beside what it could be compared
 * with, on the same server in the same run, and prints ratios. Nothing here is asserted; machines differ, ratios less so.
 */
import { rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres } from '@liggare/database';
import { machine } from './machine.mjs';
import { printTable } from './print-table.mjs';

const suites = ['event-store', 'eventstoredb', 'store-copy', 'composition', 'http', 'import', 'evidence'];
const [wanted, options] = readArguments(process.argv.slice(2));

console.log(machine());
for (const suite of wanted) {
  const directory = await mkdtemp(join(tmpdir(), 'liggare-bench-'));
  // Default settings: fsync on, synchronous commits. What is fast without them is not fast.
  const server = await EmbeddedPostgres.start({
    directory,
    settings: { shared_buffers: '512MB', max_wal_size: '4GB' },
  });
  try {
    const { run } = await import(`./${suite}.mjs`);
    printTable(suite, await run(server, options));
  } finally {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

function readArguments(words) {
  const named = words.filter((word) => suites.includes(word));
  const at = words.indexOf('--events');
  return [named.length > 0 ? named : suites, { events: at === -1 ? 1_000_000 : Number(words[at + 1]) }];
}
