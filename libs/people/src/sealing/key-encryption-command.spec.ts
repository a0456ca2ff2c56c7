import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyEncryptionCommand } from './key-encryption-command.js';
import { KeyEncryptionKeyUnavailable } from './key-encryption.js';

const place = { kid: 'p/1', subject: 'p' };
const key = Buffer.alloc(32, 5);

/** A key management service as small as can be: AES-GCM with a key of its own, and the context as additional data. */
const SERVICE = `
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
process.on('uncaughtException', () => process.exit(1));
const keys = { one: Buffer.alloc(32, 1), two: Buffer.alloc(32, 2) };
const request = JSON.parse(await text(process.stdin));
const context = Buffer.from(JSON.stringify([request.context.kid, request.context.subject]));
if (request.operation === 'wrap') {
  const kekId = process.argv[2];
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keys[kekId], nonce).setAAD(context);
  const sealed = Buffer.concat([nonce, cipher.update(Buffer.from(request.key, 'base64')), cipher.final(), cipher.getAuthTag()]);
  console.log(JSON.stringify({ kekId, wrapped: sealed.toString('base64') }));
} else {
  const sealed = Buffer.from(request.wrapped, 'base64');
  const open = createDecipheriv('aes-256-gcm', keys[request.kekId], sealed.subarray(0, 12)).setAAD(context);
  open.setAuthTag(sealed.subarray(-16));
  console.log(JSON.stringify({ key: Buffer.concat([open.update(sealed.subarray(12, -16)), open.final()]).toString('base64') }));
}
`;

describe('keys in a key management service', () => {
  let folder: string;
  const service = (...words: string[]) =>
    new KeyEncryptionCommand([process.execPath, join(folder, 'kms.mjs'), ...words]);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liggare-kms-'));
    await writeFile(join(folder, 'kms.mjs'), SERVICE);
    await writeFile(join(folder, 'secretive.mjs'), 'console.log("hunter2")');
    await writeFile(join(folder, 'dies.mjs'), 'process.exit(3)');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are wrapped and unwrapped by its command; older keys of the service still open', async () => {
    const wrapped = await service('one').wrap(key, place);
    expect(wrapped.kekId).toBe('one');
    expect(Buffer.from(await service('two').unwrap(wrapped, place))).toEqual(key);
    await expect(service('one').unwrap(wrapped, { ...place, subject: 'q' })).rejects.toThrow(/exit code 1/);
  });

  it.each([
    ['dies.mjs', /exit code 3/],
    ['secretive.mjs', /no JSON/],
  ])('say that the command failed, never what it printed: %s', async (program, what) => {
    const attempt = new KeyEncryptionCommand([process.execPath, join(folder, program)]).wrap(key, place);
    await expect(attempt).rejects.toThrow(KeyEncryptionKeyUnavailable);
    await expect(attempt).rejects.toThrow(what);
    await expect(attempt).rejects.not.toThrow(/hunter2/);
  });

  it('say so when there is no such command', async () => {
    const attempt = new KeyEncryptionCommand([join(folder, 'missing')]).wrap(key, place);
    await expect(attempt).rejects.toThrow(/cannot be started/);
  });
});
