import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projects, root } from '../projects.mjs';
import { missingFromLock } from './missing-from-lock.mjs';

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

// Whoever works here has everything installed and does not notice; a fresh clone would not install at all.
for (const { name, directory, manifest } of projects) {
  test(`package-lock.json knows what ${name} depends on`, () => {
    assert.deepEqual(lock.packages[directory]?.dependencies ?? {}, manifest.dependencies ?? {}, 'run "npm install"');
  });
}

test('package-lock.json holds every package, also those for other platforms', () => {
  const missing = missingFromLock(lock).map(({ name }) => name);
  assert.deepEqual(missing, [], 'run "node tools/install/complete-lock.mjs"');
});

test('a package beside, above or nowhere', () => {
  const packages = {
    '': { dependencies: { a: '1' } },
    'node_modules/a': {
      dependencies: { b: '1' },
      optionalDependencies: { 'a-linux-x64': '1', 'a-win32-x64': '1' },
      dev: true,
    },
    'node_modules/a/node_modules/b': { dependencies: { a: '1', c: '1' } },
    'node_modules/a-linux-x64': {},
  };
  assert.deepEqual(missingFromLock({ packages }), [
    { name: 'a-win32-x64', version: '1', by: 'node_modules/a', optional: true, dev: true },
    { name: 'c', version: '1', by: 'node_modules/a/node_modules/b', optional: false, dev: false },
  ]);
});
