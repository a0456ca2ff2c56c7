/**
 * `npm run contract:table`: puts every event store to the contract and writes one table of cases and stores,
 * docs/reference/event-stores.md. With `EVENTSTOREDB_URL` a real server is a column of its own. Ends with 1 unless all pass.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { allPass, contractPage, contractResults } from './contract/contract-table.mjs';
import { root } from './projects.mjs';
import { jestReport } from './test/run-specs.mjs';

const { report } = await jestReport(root, [
  'contract/src/memory-event-store.spec.ts',
  'postgres-event-store.contract.spec.ts',
  'event-store-db.contract.spec.ts',
  'real-server.contract.spec.ts',
]);
const results = contractResults(report ?? { testResults: [] });
const file = join(root, 'docs/reference/event-stores.md');
const page = await format(contractPage(results), { ...(await resolveConfig(file)), parser: 'markdown' });
await writeFile(file, page);
console.log(page);
process.exitCode = allPass(results) ? 0 : 1;
