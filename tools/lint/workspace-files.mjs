import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What is never ours or never committed, by name; the same names as in `.gitignore`. */
const SKIPPED = new Set(['.git', '.data', '.nx', 'coverage', 'dist', 'node_modules', 'out-tsc']);

/** Every file of the working tree below `directory`, as paths relative to it. */
export function* workspaceFiles(directory, below = '') {
  for (const entry of readdirSync(join(directory, below), { withFileTypes: true })) {
    if (SKIPPED.has(entry.name)) continue;
    const path = join(below, entry.name);
    if (entry.isDirectory()) yield* workspaceFiles(directory, path);
    else if (entry.isFile()) yield path;
  }
}
