import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resultOf } from './run-specs.mjs';
import { summary } from './summary.mjs';

const passing = { passed: 3, skipped: 0, failures: [] };

test('the last line counts, and all is well when nothing failed', () => {
  assert.deepEqual(summary([passing, { ...passing, skipped: 1 }]), { text: '1 skipped\n6 passed, 0 failed', ok: true });
});

test('a failure is told with its name and message, and fails the run', () => {
  const { text, ok } = summary([passing, { passed: 0, skipped: 0, failures: [{ name: 'a › b', message: 'x\ny' }] }]);
  assert.equal(ok, false);
  assert.equal(text, 'FAILED a › b\n    x\n    y\n\n3 passed, 1 failed');
});

test('a run in which nothing ran is a failure', () => {
  const { text, ok } = summary([{ passed: 0, skipped: 2, failures: [] }]);
  assert.equal(ok, false);
  assert.equal(text.split('\n').at(-1), '0 passed, 0 failed');
});

const report = {
  numPassedTests: 1,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [
    {
      name: '/r/libs/a/src/a.spec.ts',
      status: 'failed',
      message: '',
      assertionResults: [
        { status: 'passed', fullName: 'a works', failureMessages: [] },
        { status: 'failed', fullName: 'a breaks', failureMessages: ['\u001b[31mexpected 1\u001b[39m'] },
      ],
    },
    { name: '/r/libs/b/src/b.spec.ts', status: 'failed', message: 'does not compile', assertionResults: [] },
  ],
};

test('a spec file that cannot be loaded counts as a failure', () => {
  assert.deepEqual(resultOf(report, '/r', 1), {
    passed: 1,
    skipped: 0,
    failures: [
      { name: 'libs/a/src/a.spec.ts › a breaks', message: 'expected 1' },
      { name: 'libs/b/src/b.spec.ts', message: 'does not compile' },
    ],
  });
});

test('jest failing without a failed test is a failure too', () => {
  const { failures } = resultOf({ ...report, testResults: [] }, '/r', 1);
  assert.deepEqual(failures, [{ name: 'jest', message: 'ended with exit code 1' }]);
});
