import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Linter } from 'eslint';
import { noPersonalIdentityNumber } from './no-personal-identity-number.mjs';
import { findPersonalIdentityNumbers } from './personal-identity-number.mjs';

/** The number with its check digit put on here, so that this file holds none. */
function numbered(nine) {
  const sum = [...nine].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  return `${nine}${(10 - (sum % 10)) % 10}`;
}

const person = numbered('850709' + '987');
const coordination = numbered('850769' + '987');
const leapling = numbered('000229' + '123');
const dashed = (number, sign = '-') => `${number.slice(0, 6)}${sign}${number.slice(6)}`;

for (const [what, text] of [
  ['ten digits', person],
  ['ten digits with a dash', dashed(person)],
  ['a person over a hundred, with a plus', dashed(person, '+')],
  ['twelve digits', `19${person}`],
  ['twelve digits with a dash', `19${dashed(person)}`],
  ['a coordination number', `19${dashed(coordination)}`],
  ['29 February of a leap year', `20${dashed(leapling)}`],
  ['a number inside a sentence', `Ledamoten (${dashed(person)}), vald till 2026.`],
  ['a number at the end of a sentence', `Ledamoten är ${dashed(person)}.`],
  ['a quoted JSON value', `{"pnr":"19${person}"}`],
  ['a number in a stream name', `person-19${person}`],
  ['an unquoted CSV cell', `id,pnr,name\n1,${person},x`],
]) {
  test(`finds ${what}`, () => {
    assert.equal(findPersonalIdentityNumbers(text).length, 1);
  });
}

const wrongCheckDigit = person.slice(0, 9) + ((Number(person[9]) + 1) % 10);
for (const [what, text] of [
  ['a wrong check digit', dashed(wrongCheckDigit)],
  ['a day that does not exist', dashed(numbered('850732' + '987'))],
  ['29 February of no leap year', `19${numbered('010229' + '123')}`],
  ['a century nobody lives in', `23${person}`],
  ['an organisation number', dashed(numbered('212000' + '012'))],
  ['a civil date', '2023-02-13'],
  ['an instant', '2026-11-23T18:01:00.000Z'],
  ['a round number', '1000000000'],
  ['a separated number', '1_000_000_000'],
  ['a registry number', 'KS 2023-0412'],
  ['a UUID whose last group is such a number', `6f1b2c0e-6f9f-5d4e-9d0b-19${person}`],
  ['digits inside a longer number', `7${person}7777`],
  ['digits inside a hash', `a${person}f`],
  ['decimals of a fraction', `0.${person}`],
]) {
  test(`leaves ${what} alone`, () => {
    assert.deepEqual(findPersonalIdentityNumbers(text), []);
  });
}

test('the ESLint rule fires in strings, templates, comments and numbers, and points at the place', () => {
  const config = {
    plugins: { liggare: { rules: { 'no-personal-identity-number': noPersonalIdentityNumber } } },
    rules: { 'liggare/no-personal-identity-number': 'error' },
  };
  const source = [`f('${dashed(person)}');`, `f(\`x \${1} ${person}\`);`, `// ${person}`, `f(19${person});`, 'f(1);'];
  const messages = new Linter().verify(source.join('\n'), config);
  assert.deepEqual(
    messages.map(({ ruleId, line, column }) => [ruleId, line, column]),
    [
      ['liggare/no-personal-identity-number', 1, 4],
      ['liggare/no-personal-identity-number', 2, 11],
      ['liggare/no-personal-identity-number', 3, 4],
      ['liggare/no-personal-identity-number', 4, 3],
    ],
  );
  assert.ok(messages.every(({ message }) => !message.includes(person.slice(0, 6))));
});

test('the fixture check fails on a file with a number, names the line and not the number', () => {
  const directory = mkdtempSync(join(tmpdir(), 'liggare-fixtures-'));
  const check = () =>
    spawnSync(process.execPath, [fileURLToPath(new URL('check-fixtures.mjs', import.meta.url)), directory], {
      encoding: 'utf8',
    });
  try {
    writeFileSync(join(directory, 'clean.sql'), "insert into t values ('2023-02-13', 1000000000);\n");
    assert.equal(check().status, 0);
    for (const extension of ['json', 'sql', 'csv', 'md', 'yaml', 'txt', 'snap']) {
      const file = join(directory, `fixture.${extension}`);
      writeFileSync(file, `first line\n"${dashed(person)}"\n`);
      const { status, stderr } = check();
      assert.equal(status, 1, extension);
      assert.equal(stderr, `fixture.${extension}:2: a valid personal identity number\n`);
      rmSync(file);
    }
  } finally {
    rmSync(directory, { recursive: true });
  }
});
