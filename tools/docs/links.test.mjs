import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { workspaceFiles } from '../lint/workspace-files.mjs';
import { root } from '../projects.mjs';

const LINK = /\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g;

test('every link from one page to another leads somewhere', () => {
  const broken = [];
  for (const page of workspaceFiles(root)) {
    if (!page.endsWith('.md')) continue;
    for (const [, target] of readFileSync(join(root, page), 'utf8').matchAll(LINK)) {
      if (!existsSync(join(root, normalize(join(dirname(page), target))))) broken.push(`${page} → ${target}`);
    }
  }
  assert.deepEqual(broken, []);
});
