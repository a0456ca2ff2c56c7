import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { askForTimestamp } from './ask-for-timestamp.js';
import { der, derInteger, MalformedDer, readDer, readInteger } from './der.js';
import { timestampRequest } from './timestamp-request.js';
import { readTimestampResponse, readTimestampToken, TimestampRefused } from './timestamp-response.js';

const run = promisify(execFile);
const CONFIGURATION = `
[req]
distinguished_name = dn
prompt = no
x509_extensions = tsa
[dn]
CN = Test TSA
[tsa]
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa_config]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
`;

describe.each([
  ['RSA', ['rsa:2048']],
  ['P-256', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']],
])('timestamps of an authority made with openssl, %s', (_, keyArguments) => {
  const text = 'log.example/sample\n5\nAAAA\n';
  let folder: string;
  let server: Server;
  let url: string;
  let answer: (query: Buffer) => Promise<Buffer>;

  const openssl = (...words: readonly string[]) => run('openssl', [...words], { cwd: folder });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liggare-tsa-'));
    await writeFile(join(folder, 'tsa.cnf'), CONFIGURATION);
    await writeFile(join(folder, 'serial'), '01\n');
    const newKey = ['-newkey', ...keyArguments, '-nodes', '-keyout', 'key.pem', '-out', 'cert.pem'];
    await openssl('req', '-x509', '-config', 'tsa.cnf', '-days', '3650', ...newKey);
    server = createServer((request, response) => {
      void (async () => {
        const parts: Buffer[] = [];
        for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
        response.setHeader('Content-Type', 'application/timestamp-reply');
        response.end(await answer(Buffer.concat(parts)).catch((error: unknown) => Buffer.from(String(error))));
      })();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });

  beforeEach(() => (answer = reply));

  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const reply = async (query: Buffer) => {
    await writeFile(join(folder, 'query.tsq'), query);
    const files = ['-queryfile', 'query.tsq', '-signer', 'cert.pem', '-inkey', 'key.pem', '-out', 'reply.tsr'];
    await openssl('ts', '-reply', '-config', 'tsa.cnf', '-section', 'tsa_config', ...files);
    return readFile(join(folder, 'reply.tsr'));
  };

  it('the token names the text and a time, and openssl verifies it', async () => {
    const { token, genTime, nonce, serial } = await askForTimestamp(url, text);
    expect(nonce).toBeDefined();
    expect(serial).toBeGreaterThan(0n);
    await writeFile(join(folder, 'token.der'), token);
    await writeFile(join(folder, 'checkpoint.txt'), text);
    const verify = ['-in', 'token.der', '-token_in', '-CAfile', 'cert.pem'];
    const printed = await openssl('ts', '-reply', '-in', 'token.der', '-token_in', '-token_out', '-text');
    const [, month, day, clock, year] = /Time stamp: (\w+) +(\d+) ([\d:]+) (\d+) GMT/.exec(printed.stdout)!;
    expect(genTime).toMatch(new RegExp(`^${year}-\\d\\d-${day!.padStart(2, '0')}T${clock}`));
    expect(month).toHaveLength(3);
    const { stdout } = await openssl('ts', '-verify', '-data', 'checkpoint.txt', ...verify);
    expect(stdout).toContain('Verification: OK');
    await writeFile(join(folder, 'other.txt'), `${text}x`);
    await expect(openssl('ts', '-verify', '-data', 'other.txt', ...verify)).rejects.toThrow();
    expect(readTimestampToken(token).genTime).toBe(genTime);
  });

  it('openssl reads the request as it is meant', async () => {
    await writeFile(join(folder, 'mine.tsq'), timestampRequest(text, 0x8000000000000001n));
    const { stdout } = await openssl('ts', '-query', '-in', 'mine.tsq', '-text');
    expect(stdout).toContain('Hash Algorithm: sha256');
    expect(stdout).toContain('Nonce: 0x8000000000000001');
    expect(stdout).toContain('Certificate required: yes');
  });

  it('a token for another text, or an answer to another question, is refused', async () => {
    const other = timestampRequest('another text', 5n);
    answer = () => reply(Buffer.from(other));
    await expect(askForTimestamp(url, text)).rejects.toThrow(new TimestampRefused('it is for another text'));
    const response = await reply(Buffer.from(timestampRequest(text, 5n)));
    expect(readTimestampResponse(response, { text, nonce: 5n }).nonce).toBe(5n);
    expect(() => readTimestampResponse(response, { text, nonce: 6n })).toThrow('another question');
  });

  it('a refusal of the authority, and bytes that are no answer, are refused', async () => {
    answer = () => reply(Buffer.from('no request'));
    await expect(askForTimestamp(url, text)).rejects.toThrow('status 2');
    answer = () => Promise.resolve(Buffer.from('<html>'));
    await expect(askForTimestamp(url, text)).rejects.toThrow(MalformedDer);
  });

  it('an answer that is cut off anywhere is never read', async () => {
    const response = await reply(Buffer.from(timestampRequest(text, 5n)));
    for (let length = 0; length < response.length; length++) {
      expect(() => readTimestampResponse(response.subarray(0, length), { text, nonce: 5n })).toThrow(MalformedDer);
    }
  });
});

describe('DER', () => {
  it.each([0n, 1n, 127n, 128n, 255n, 256n, 2n ** 63n])('an integer is read as it was written: %s', (value) => {
    expect(readInteger(readDer(derInteger(value))[0])).toBe(value);
  });

  it.each([0, 127, 128, 255, 256, 70_000])('an element of %s bytes is read as it was written', (length) => {
    expect(readDer(der(4, new Uint8Array(length)))[0]!.content).toHaveLength(length);
  });

  it.each([
    ['an open length', '3080'],
    ['a length that is not shortest', '04810100'],
    ['a length with a zero first', '0482008000'],
    ['an element beyond the end', '040500'],
    ['a tag of several bytes', '1f8100'],
  ])('refuses %s', (_, hex) => {
    expect(() => readDer(Buffer.from(hex, 'hex'))).toThrow(MalformedDer);
  });

  it.each([
    ['negative', '0201ff'],
    ['not shortest', '02020001'],
    ['of no bytes', '0200'],
  ])('refuses an integer that is %s', (_, hex) => {
    expect(() => readInteger(readDer(Buffer.from(hex, 'hex'))[0])).toThrow(MalformedDer);
  });
});
