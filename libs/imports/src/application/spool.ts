import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UnreadableFile } from '../parsing/raw-row.js';
import { Utf8Check } from '../parsing/text-decoding.js';

/** 100,000 rows are some 15 MB; more than this is no table. */
export const LARGEST_FILE = 268_435_456;

/** A file that was sent, on disk for as long as it is read. */
export interface SpooledFile extends AsyncDisposable {
  readonly path: string;
  readonly sha256: string;
  readonly encoding: 'utf-8' | 'windows-1252';
}

/** Writes what is sent to a file, and looks at it on the way. @throws UnreadableFile `too-large` */
export async function spool(sent: Readable): Promise<SpooledFile> {
  const directory = await mkdtemp(join(tmpdir(), 'liggare-import-'));
  const remove = () => rm(directory, { recursive: true, force: true });
  const [hash, check] = [createHash('sha256'), new Utf8Check()];
  let size = 0;
  const path = join(directory, 'file');
  try {
    await pipeline(
      sent,
      async function* (pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          size += piece.length;
          if (size > LARGEST_FILE) throw new UnreadableFile('too-large', 'the file is too large; split it');
          hash.update(piece);
          check.add(piece);
          yield piece;
        }
      },
      createWriteStream(path, { mode: 0o600 }),
    );
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, sha256: hash.digest('hex'), encoding: check.encoding(), [Symbol.asyncDispose]: remove };
}
