import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Independent test vectors: `../shared/vectors` beside the workspace.
 * @throws Error when the folder is missing: a vector test that finds no vectors has not passed
 */
export function vectorFile(...path: readonly string[]): Buffer {
  return readFileSync(vectorFolder(...path));
}

/** Where a file or folder of them is. @throws Error as {@link vectorFile} */
export function vectorFolder(...path: readonly string[]): string {
  const folder = join(workspaceRoot(), '..', 'shared', 'vectors');
  if (!existsSync(folder)) throw new Error(`the test vectors are missing: ${folder}`);
  return join(folder, ...path);
}

export function vectorJson<T>(...path: readonly string[]): T {
  return JSON.parse(vectorFile(...path).toString('utf8')) as T;
}

function workspaceRoot(): string {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'nx.json'))) return folder;
    if (folder === dirname(folder)) throw new Error('no nx.json here or above: run the tests inside the workspace');
  }
}
