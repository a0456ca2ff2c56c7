/**
 * `node tools/lint/check-fixtures.mjs [directory]`: looks for personal identity numbers in everything ESLint does not read:
 * fixtures, snapshots, migrations, documents.
 */
import { readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { findPersonalIdentityNumbers } from './personal-identity-number.mjs';
import { workspaceFiles } from './workspace-files.mjs';

const TEXT = new Set(['.json', '.jsonl', '.sql', '.csv', '.md', '.yaml', '.yml', '.txt', '.snap', '.html', '.http']);
/** Hashes and version numbers of other people's packages. */
const GENERATED = new Set(['package-lock.json']);

const root = resolve(process.argv[2] ?? '.');
let found = 0;
for (const path of workspaceFiles(root)) {
  if (!TEXT.has(extname(path)) || GENERATED.has(path)) continue;
  const text = readFileSync(join(root, path), 'utf8');
  for (const { index } of findPersonalIdentityNumbers(text)) {
    found++;
    console.error(`${path}:${text.slice(0, index).split('\n').length}: a valid personal identity number`);
  }
}
if (found > 0) process.exitCode = 1;
