import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../projects.mjs';
import { allPass, contractPage, contractResults } from './contract-table.mjs';

const result = (store, title, status) => ({ ancestorTitles: [`the event store ${store}`, 'appending'], title, status });
const report = (...assertionResults) => ({ testResults: [{ assertionResults }] });

test('one row a case, one column a store', () => {
  const results = contractResults(
    report(result('A', 'is exact', 'passed'), result('A', 'is quick', 'passed'), result('B', 'is exact', 'failed'), {
      ancestorTitles: ['something else'],
      title: 'is not of the contract',
      status: 'passed',
    }),
  );
  const rows = contractPage(results)
    .split('\n')
    .filter((line) => line.startsWith('|'));
  assert.deepEqual(rows, [
    '| case | A | B |',
    '| --- | --- | --- |',
    '| appending › is exact | ✓ | **fails** |',
    '| appending › is quick | ✓ | – |',
    '| **2 cases** | **2 pass** | **0 pass** |',
  ]);
});

test('all pass only when each store passes each case, and there are some', () => {
  const passes = (...results) => allPass(contractResults(report(...results)));
  assert.equal(passes(result('A', 'x', 'passed'), result('B', 'x', 'passed')), true);
  assert.equal(passes(result('A', 'x', 'passed'), result('B', 'x', 'failed')), false);
  assert.equal(passes(result('A', 'x', 'passed'), result('A', 'y', 'passed'), result('B', 'x', 'passed')), false);
  assert.equal(passes(), false);
});

test('the table in the docs has every case of the contract as it is now', () => {
  const page = readFileSync(join(root, 'docs/reference/event-stores.md'), 'utf8');
  const files = globSync('libs/event-store/contract/src/*.contract.ts', { cwd: root });
  const titles = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\bit\(\s*'([^']+)'/g)].map(([, title]) => title),
  );
  assert.ok(titles.length > 30, 'the contract has cases');
  const rows = page.split('\n').map((line) => line.split(' | ')[0].trim());
  for (const title of titles) {
    assert.ok(
      rows.some((row) => row.endsWith(title)),
      `run "npm run contract:table": no row "${title}"`,
    );
  }
});
