import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { reasonToInstall } from './missing-packages.mjs';

const wanted = {
  '': { name: 'liggare' },
  'libs/kernel': { version: '0.1.0' },
  'node_modules/@liggare/kernel': { resolved: 'libs/kernel', link: true },
  'node_modules/a': { version: '1.0.0' },
  'libs/kernel/node_modules/a': { version: '2.0.0' },
  'node_modules/for-another-platform': { version: '1.0.0', optional: true },
};
const complete = {
  'libs/kernel': { version: '0.1.0' },
  'node_modules/@liggare/kernel': { resolved: 'libs/kernel', link: true },
  'node_modules/a': { version: '1.0.0' },
  'libs/kernel/node_modules/a': { version: '2.0.0' },
};

function reason(installed) {
  const root = mkdtempSync(join(tmpdir(), 'liggare-install-'));
  try {
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }));
    mkdirSync(join(root, 'node_modules'));
    if (installed) {
      writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
    }
    return reasonToInstall(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test('is quiet when all is in place, without what is for other platforms', () => {
  assert.equal(reason(complete), undefined);
});

test('sees a clone in which nothing is installed, and an installation that was interrupted', () => {
  assert.equal(reason(undefined), 'nothing is installed yet');
});

test('sees a package that is missing', () => {
  const { 'node_modules/a': _, ...without } = complete;
  assert.equal(reason(without), 'node_modules/a is missing');
});

test('sees a library of the workspace that is not linked', () => {
  const { 'node_modules/@liggare/kernel': _, ...without } = complete;
  assert.equal(reason(without), 'node_modules/@liggare/kernel is missing');
});

test('sees another version', () => {
  assert.equal(
    reason({ ...complete, 'libs/kernel/node_modules/a': { version: '2.0.1' } }),
    'libs/kernel/node_modules/a is another version',
  );
});

test('sees a package that is no longer wanted', () => {
  assert.equal(reason({ ...complete, 'node_modules/b': { version: '1.0.0' } }), 'node_modules/b is no longer wanted');
});
