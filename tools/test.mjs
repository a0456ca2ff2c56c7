/**
 * `npm run test:only [-- pattern …]`: all specs of all projects, and the tests of the tools. The last line is
 * `N passed, M failed`; the exit code is 0 only if something ran and nothing failed. With patterns, only spec files
 * whose path matches one are run.
 */
import { fileURLToPath } from 'node:url';
import { runSpecs } from './test/run-specs.mjs';
import { runToolTests } from './test/run-tool-tests.mjs';
import { summary } from './test/summary.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const patterns = process.argv.slice(2);

const results = [await runSpecs(root, patterns)];
if (patterns.length === 0) results.push(await runToolTests(root));

const { text, ok } = summary(results);
console.log(text);
process.exitCode = ok ? 0 : 1;
