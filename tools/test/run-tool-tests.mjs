import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import { run } from 'node:test';

/**
 * Runs every `*.test.mjs` below tools with Node's own test runner, each file in a process of its own.
 * @returns {Promise<import('./summary.mjs').Result>}
 */
export async function runToolTests(root) {
  const result = { passed: 0, skipped: 0, failures: [] };
  const files = globSync('tools/**/*.test.mjs', { cwd: root }).map((file) => join(root, file));
  const said = new Map(files.map((file) => [file, '']));
  for await (const { type, data } of run({ files: files.sort(), concurrency: 2 })) {
    if (type === 'test:stderr') said.set(data.file, `${said.get(data.file)}${data.message}`);
    // The runner wraps a file in a test of its own, which says nothing unless the file could not be run.
    if (type === 'test:pass' && !said.has(data.name)) {
      if (data.skip ?? data.todo) result.skipped++;
      else result.passed++;
    }
    if (type === 'test:fail' && data.details.error.failureType !== 'subtestsFailed') {
      const { cause } = data.details.error;
      const name = said.has(data.name) ? '' : ` › ${data.name}`;
      const message = name ? String(cause?.stack ?? cause) : said.get(data.name);
      result.failures.push({ name: `${relative(root, data.file)}${name}`, message });
    }
  }
  return result;
}
