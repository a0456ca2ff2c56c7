import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyEncryptionFile } from './key-encryption-file.js';
import { KeyEncryptionKeyUnavailable } from './key-encryption.js';

const place = { kid: 'p/1', subject: 'p' };
const key = Buffer.alloc(32, 5);

describe('the file with the key-encryption key', () => {
  let folder: string;
  let file: string;
  const firstStart = () => new KeyEncryptionFile(file, () => Promise.resolve(true));
  const laterStart = () => new KeyEncryptionFile(file, () => Promise.resolve(false));

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liggare-kek-'));
    file = join(folder, 'deep', 'kek');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is made on the first start, for its owner only', async () => {
    const { kekId } = await firstStart().wrap(key, place);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).toMatch(new RegExp(`^liggare-kek-v1 ${kekId} [A-Za-z0-9_-]{43}\n$`));
    expect(await readdir(join(folder, 'deep'))).toEqual(['kek']);
  });

  it('is the same after a restart, and for processes that start at once', async () => {
    const files = Array.from({ length: 8 }, firstStart);
    const wrapped = await Promise.all(files.map((each) => each.wrap(key, place)));
    for (const each of [...files, laterStart()]) {
      for (const one of wrapped) expect(Buffer.from(await each.unwrap(one, place))).toEqual(key);
    }
    expect(await readdir(join(folder, 'deep'))).toEqual(['kek']);
  });

  it('is never made anew when keys exist that an earlier one wrapped', async () => {
    await expect(laterStart().wrap(key, place)).rejects.toThrow(/is missing, and subject keys exist/);
    await expect(stat(file)).rejects.toThrow(/ENOENT/);
  });

  it('binds a wrapped key to its id and subject', async () => {
    const kek = firstStart();
    const wrapped = await kek.wrap(key, place);
    for (const other of [
      { kid: 'q/1', subject: 'p' },
      { kid: 'p/1', subject: 'q' },
    ]) {
      await expect(kek.unwrap(wrapped, other)).rejects.toThrow(KeyEncryptionKeyUnavailable);
    }
    await expect(kek.unwrap({ ...wrapped, kekId: 'other' }, place)).rejects.toThrow(/wrapped with other/);
  });

  it('says what is wrong with a damaged file, without quoting it', async () => {
    file = join(folder, 'damaged');
    await writeFile(file, 'liggare-kek-v1 secret');
    const attempt = laterStart().wrap(key, place);
    await expect(attempt).rejects.toThrow(KeyEncryptionKeyUnavailable);
    await expect(attempt).rejects.not.toThrow(/secret/);
  });

  it('holds a newer key before the older one until that is retired; others read it again when they must', async () => {
    const [kek, elsewhere] = [firstStart(), firstStart()];
    const old = await kek.wrap(key, place);
    await elsewhere.unwrap(old, place);
    await kek.renew();
    await kek.renew();
    const renewed = await kek.wrap(key, place);
    expect(renewed.kekId).not.toBe(old.kekId);
    for (const each of [kek, elsewhere]) {
      for (const one of [old, renewed]) expect(Buffer.from(await each.unwrap(one, place))).toEqual(key);
    }
    await kek.retire([old.kekId]);
    await expect(kek.unwrap(old, place)).rejects.toThrow(KeyEncryptionKeyUnavailable);
    expect(await readFile(file, 'utf8')).not.toContain(old.kekId);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await expect(kek.retire([renewed.kekId])).rejects.toThrow(/never retired/);
    expect(await readdir(join(folder, 'deep'))).toEqual(['kek']);
  });
});
