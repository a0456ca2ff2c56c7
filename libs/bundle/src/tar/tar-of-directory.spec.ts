import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { tarOfDirectory } from './tar-of-directory.js';

describe('an archive of a directory', () => {
  let place: string;

  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'liggare-tar-'));
    await mkdir(join(place, 'from', 'tile', 'x001'), { recursive: true });
    await mkdir(join(place, 'to'));
  });

  afterEach(() => rm(place, { recursive: true, force: true }));

  const archived = async () => {
    const pieces: Uint8Array[] = [];
    for await (const piece of tarOfDirectory(join(place, 'from'), 'paket')) pieces.push(piece);
    return Buffer.concat(pieces);
  };

  it('is unpacked by the system’s tar to the same files, whatever their lengths', async () => {
    const files = new Map([
      ['tom', 0],
      ['ett', 1],
      ['block', 512],
      ['tile/x001/000', 513],
      ['tile/lång', 700_001],
    ]);
    for (const [path, size] of files) await writeFile(join(place, 'from', path), Buffer.alloc(size, path));
    await writeFile(join(place, 'all.tar'), await archived());
    const run = promisify(execFile);
    const { stdout, stderr } = await run('tar', ['-xvf', join(place, 'all.tar'), '-C', join(place, 'to')]);
    expect([stdout.trimEnd().split('\n').length, stderr]).toEqual([files.size, '']);
    for (const [path, size] of files) {
      expect((await readFile(join(place, 'to', 'paket', path))).equals(Buffer.alloc(size, path))).toBe(true);
    }
  });

  it('of the same files is the same archive', async () => {
    await writeFile(join(place, 'from', 'a'), 'a');
    const once = await archived();
    await writeFile(join(place, 'from', 'a'), 'a');
    expect((await archived()).equals(once)).toBe(true);
  });

  it('has no path that is too long for it', async () => {
    await writeFile(join(place, 'from', 'x'.repeat(100)), 'a');
    await expect(archived()).rejects.toThrow('100 bytes');
  });
});
