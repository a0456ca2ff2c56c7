import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstDifference } from './first-difference.mjs';

test('shows what changed between the parts that are the same', () => {
  assert.equal(
    firstDifference('a\nb\nc\nd\ne\n', 'a\nb\nc\nX\nY\ne\n'),
    ['@@ -4,1 +4,2 @@', ' b', ' c', '-d', '+X', '+Y'].join('\n'),
  );
});

test('a file that is missing shows the beginning of what it should be', () => {
  assert.equal(firstDifference('', '1\n2\n3\n', 2, 2), ['@@ -1,0 +1,3 @@', '+1', '+2', '+… 1 more'].join('\n'));
});

test('a line that was added at the end is one line', () => {
  assert.equal(firstDifference('a\n', 'a\nb\n'), ['@@ -2,0 +2,1 @@', ' a', '+b'].join('\n'));
});
