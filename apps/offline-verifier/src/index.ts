import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The verifiers that go with every bundle; each is one file that needs nothing else. Made by tools/build-verifiers.mjs. */
const NAMES = ['verify.mjs', 'verify.html', 'verify.sh'] as const;

/** @throws Error they were not built */
export async function offlineVerifiers(): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = NAMES.map(async (name) => [name, await readFile(verifierFile(name))] as const);
  return new Map(await Promise.all(files));
}

/** Where a verifier lies after a build. */
export function verifierFile(name: (typeof NAMES)[number]): string {
  return fileURLToPath(new URL(`../dist/tools/${name}`, import.meta.url));
}
