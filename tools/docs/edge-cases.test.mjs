import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../projects.mjs';

const CASES = 75;

function specifications() {
  return ['libs', 'apps'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.spec.ts') && !/node_modules|dist|out-tsc/.test(file))
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  );
}

test('every edge case has a specification of its name, or says where it belongs', () => {
  const named = specifications()
    .flatMap((text) => text.match(/edge cases? \d+(?:(?:,| and| or)? (?:edge case )?\d+)*/g) ?? [])
    .flatMap((words) => words.match(/\d+/g).map(Number));
  const page = readFileSync(join(root, 'docs/maintainers/edge-cases.md'), 'utf8');
  const elsewhere = [...page.matchAll(/^\| (\d+) /gm)].map(([, number]) => Number(number));
  const all = Array.from({ length: CASES }, (_, n) => n + 1);
  assert.deepEqual(
    all.filter((number) => !named.includes(number) && !elsewhere.includes(number)),
    [],
  );
  assert.deepEqual(
    elsewhere.filter((number) => named.includes(number)),
    [],
    'has a specification by now',
  );
});
