import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../projects.mjs';
import { contractTable } from './contract-table.mjs';

const one = (store, group, title, status) => ({
  ancestorTitles: [`the event store ${store}`, group],
  title,
  status,
});
const report = (...assertionResults) => ({ testResults: [{ status: 'passed', assertionResults }] });

test('cases beside stores, and what each came to', () => {
  const { text, passed, failed } = contractTable(
    report(
      one('in memory', 'appending', 'counts | on', 'passed'),
      one('in PostgreSQL', 'appending', 'counts | on', 'failed'),
      one('in memory', 'reading', 'reads', 'passed'),
      { ancestorTitles: ['something else'], title: 'is no case', status: 'passed' },
    ),
  );
  assert.deepEqual([passed, failed], [2, 1]);
  assert.match(text, /\| case \| PostgreSQL \| memory \|/);
  assert.match(text, /## Appending\n\n[^]*\| counts \\\| on \| \*\*✗\*\* \| ✓ \|/);
  assert.match(text, /## Reading\n\n[^]*\| reads \| {3}\| ✓ \|/);
  assert.doesNotMatch(text, /is no case/);
});

test('a spec that does not load is not taken for one without failures', () => {
  const broken = { testResults: [{ status: 'failed', message: 'no such module', assertionResults: [] }] };
  assert.throws(() => contractTable(broken), /no such module/);
});

test('the page in the docs has every case of the contract as it is now', () => {
  const rows = readFileSync(join(root, 'docs/reference/event-stores.md'), 'utf8')
    .split('\n')
    .map((line) => line.split(' | ')[0].replace(/^\| /, '').trim());
  const titles = globSync('libs/event-store/contract/src/*.contract.ts', { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\bit\(\s*'([^']+)'/g)].map(([, title]) => title),
  );
  assert.ok(titles.length > 30);
  for (const title of titles) assert.ok(rows.includes(title), `run "npm run contract:table": no row "${title}"`);
});
