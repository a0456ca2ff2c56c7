import { FilesInDirectory, SUM_OF_SUMS, SUMS } from '@liggare/verifier';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Makes the list of hashes of a bundle fit its files, as whoever has changed one would. */
export async function listAnew(directory: string): Promise<void> {
  const files = new FilesInDirectory(directory);
  const paths = (await files.paths()).filter((path) => path !== SUMS && path !== SUM_OF_SUMS).sort();
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const lines: string[] = [];
  for (const path of paths) lines.push(`${hash(await files.read(path))}  ${path}\n`);
  const list = Buffer.from(lines.join(''));
  await writeFile(join(directory, SUMS), list);
  await writeFile(join(directory, SUM_OF_SUMS), `${hash(list)}  ${SUMS}\n`);
}
