import { FilesInDirectory } from '@liggare/verifier';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

const BLOCK = 512;
/** Eleven octal digits. */
const LARGEST = 8 ** 11 - 1;

/**
 * A directory as a ustar archive (POSIX.1-1988), file by file, in the order of their paths. Times and owners are left out: the
 * same files are the same archive.
 * @param name of the directory in the archive
 * @throws RangeError a path is longer, or a file larger, than ustar can say
 */
export async function* tarOfDirectory(directory: string, name: string): AsyncGenerator<Uint8Array> {
  for (const path of [...(await new FilesInDirectory(directory).paths())].sort()) {
    const file = join(directory, ...path.split('/'));
    const { size } = await stat(file);
    yield header(`${name}/${path}`, size);
    yield* createReadStream(file, { highWaterMark: 262_144 }) as AsyncIterable<Buffer>;
    if (size % BLOCK > 0) yield new Uint8Array(BLOCK - (size % BLOCK));
  }
  yield new Uint8Array(2 * BLOCK);
}

/** Field by field, each at its place. */
function header(path: string, size: number): Uint8Array {
  if (Buffer.byteLength(path) > 100) throw new RangeError('a path in an archive has at most 100 bytes');
  if (size > LARGEST) throw new RangeError('a file in an archive has less than 8 GiB');
  const bytes = Buffer.alloc(BLOCK);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;
  bytes.write(path, 0);
  bytes.write(octal(0o644, 7), 100);
  bytes.write(octal(0, 7), 108);
  bytes.write(octal(0, 7), 116);
  bytes.write(octal(size, 11), 124);
  bytes.write(octal(0, 11), 136);
  // The sum is taken with eight spaces in its own place; `0`: an ordinary file.
  bytes.write('        0', 148);
  bytes.write('ustar\x0000', 257);
  bytes.write(
    `${octal(
      bytes.reduce((sum, byte) => sum + byte, 0),
      6,
    )} `,
    148,
  );
  return bytes;
}
