import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyEncryptionKey, KeyEncryptionKeyUnavailable } from './key-encryption-key.js';

const firstStart = () => Promise.resolve(true);
const laterStart = () => Promise.resolve(false);

describe('the key-encryption key', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liggare-kek-'));
    file = join(folder, 'deep', 'kek');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is made on the first start, for its owner only', async () => {
    const kek = await KeyEncryptionKey.open(file, firstStart);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).toMatch(new RegExp(`^liggare-kek-v1 ${kek.id} [A-Za-z0-9_-]{43}\n$`));
    expect(await readdir(join(folder, 'deep'))).toEqual(['kek']);
  });

  it('is the same after a restart, and for processes that start at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => KeyEncryptionKey.open(file, firstStart)));
    const wrapped = all[0]!.wrap(Buffer.alloc(32, 5), 'p/1', 'p');
    for (const kek of [...all, await KeyEncryptionKey.open(file, laterStart)]) {
      expect(kek.unwrap(wrapped, 'p/1', 'p', all[0]!.id)).toEqual(Buffer.alloc(32, 5));
    }
    expect(await readdir(join(folder, 'deep'))).toEqual(['kek']);
  });

  it('is never made anew when keys exist that an earlier one wrapped', async () => {
    await expect(KeyEncryptionKey.open(file, laterStart)).rejects.toThrow(/is missing, and subject keys exist/);
    await expect(stat(file)).rejects.toThrow(/ENOENT/);
  });

  it('binds a wrapped key to its id and subject', async () => {
    const kek = await KeyEncryptionKey.open(file, firstStart);
    const wrapped = kek.wrap(Buffer.alloc(32, 5), 'p/1', 'p');
    expect(() => kek.unwrap(wrapped, 'q/1', 'p', kek.id)).toThrow(KeyEncryptionKeyUnavailable);
    expect(() => kek.unwrap(wrapped, 'p/1', 'q', kek.id)).toThrow(KeyEncryptionKeyUnavailable);
    expect(() => kek.unwrap(wrapped, 'p/1', 'p', 'other')).toThrow(/wrapped with other/);
  });

  it('says what is wrong with a damaged file, without quoting it', async () => {
    const damaged = join(folder, 'damaged');
    await writeFile(damaged, 'liggare-kek-v1 secret');
    const attempt = KeyEncryptionKey.open(damaged, laterStart);
    await expect(attempt).rejects.toThrow(KeyEncryptionKeyUnavailable);
    await expect(attempt).rejects.not.toThrow(/secret/);
  });
});
