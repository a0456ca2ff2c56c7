import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../projects.mjs';

const directory = join(root, 'docs/decisions');
const records = readdirSync(directory)
  .filter((file) => file !== 'README.md')
  .sort();
const read = (file) => readFileSync(join(directory, file), 'utf8');

test('records are numbered 0001, 0002 … without gaps or doubles', () => {
  assert.ok(records.length > 0);
  assert.deepEqual(
    records.map((file) => file.slice(0, 5)),
    records.map((_, index) => `${String(index + 1).padStart(4, '0')}-`),
  );
});

test('every record is listed once, under its number and title', () => {
  const index = read('README.md').split('\n');
  for (const file of records) {
    const [, number, title] = /^# (\d+)\. (.+)$/m.exec(read(file)) ?? [];
    assert.equal(Number(number), Number(file.slice(0, 4)), `${file}: the heading has another number`);
    const rows = index.filter((line) => line.includes(`](${file})`));
    assert.equal(rows.length, 1, `${file} must be in docs/decisions/README.md once`);
    assert.ok(rows[0].includes(`[${title}]`), `${file} is listed under another title than "${title}"`);
  }
});

test('every record has a status, a decision and consequences', () => {
  for (const file of records) {
    const text = read(file);
    assert.match(text, /^Status: (proposed|accepted|rejected|superseded by \d{4})$/m, file);
    for (const heading of ['## Context and problem', '## Decision', '## Consequences']) {
      assert.ok(text.includes(`\n${heading}\n`), `${file}: "${heading}" is missing`);
    }
  }
});
