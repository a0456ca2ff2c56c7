/**
 * `npm run test:eventstoredb`: the contract of the event store against a real EventStoreDB or KurrentDB, the one in
 * `EVENTSTOREDB_URL`. The last line is `N passed, M failed`, as with the other tests. What the tests write stays on the
 * server, in streams that begin with `liggare-test-`: it is meant for a server of no importance.
 */
import { fileURLToPath } from 'node:url';
import { runSpecs } from './test/run-specs.mjs';
import { summary } from './test/summary.mjs';

if (!process.env.EVENTSTOREDB_URL) {
  console.error(
    'EVENTSTOREDB_URL is not set: it says which server is tried, for example esdb://admin:…@localhost:2113?tls=true&tlsCAFile=ca.crt',
  );
  process.exit(2);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const { text, ok } = summary([await runSpecs(root, ['eventstoredb/src/real-server.contract.spec.ts'])]);
console.log(text);
process.exitCode = ok ? 0 : 1;
