import { createHash } from 'node:crypto';
import { MissingFile, type BundleFiles } from '../files/bundle-files.js';
import type { Findings } from '../verdict.js';

/** Hashes of all files, in the format of `sha256sum`. */
export const SUMS = 'SHA256SUMS';
/** The hash of that list: the one line that stands for the whole bundle. */
export const SUM_OF_SUMS = 'SHA256SUMS.sha256';

const LINE = /^([0-9a-f]{64}) {2}([A-Za-z0-9_./-]+)$/;

/** L0: every file is listed with its hash, and every listed one is there. */
export async function checkSums(files: BundleFiles, findings: Findings): Promise<void> {
  const listed = await readSums(files, findings);
  const there = new Set(await files.paths());
  for (const path of [SUMS, SUM_OF_SUMS]) there.delete(path);
  for (const [path, sum] of listed) {
    if (!there.delete(path)) findings.problem(0, 'tampered', path, 'it is listed, but missing');
    else if ((await sumOf(files, path)) !== sum)
      findings.problem(0, 'tampered', path, 'it is not the file that is listed');
    else findings.checked(0);
  }
  for (const path of there) findings.problem(0, 'tampered', path, 'it is not listed');
}

async function readSums(files: BundleFiles, findings: Findings): Promise<ReadonlyMap<string, string>> {
  const listed = new Map<string, string>();
  try {
    const bytes = await files.read(SUMS);
    const stated = textOf(await files.read(SUM_OF_SUMS));
    const sum = createHash('sha256').update(bytes).digest('hex');
    if (stated !== `${sum}  ${SUMS}\n`) findings.problem(0, 'tampered', SUM_OF_SUMS, `it is not the hash of ${SUMS}`);
    const text = textOf(bytes);
    let before = '';
    for (const line of text.slice(0, -1).split('\n')) {
      const [, hash, path] = LINE.exec(line) ?? [];
      if (hash === undefined || path === undefined || path <= before) throw new Error('a line is out of form or order');
      listed.set((before = path), hash);
    }
    if (!text.endsWith('\n')) throw new Error('the last line does not end');
  } catch (error) {
    findings.problem(0, 'tampered', error instanceof MissingFile ? error.path : SUMS, reasonOf(error));
  }
  return listed;
}

/** @returns hex */
async function sumOf(files: BundleFiles, path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of files.pieces(path)) hash.update(piece);
  return hash.digest('hex');
}

/** @throws TypeError it is not UTF-8 */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'it cannot be read';
}
