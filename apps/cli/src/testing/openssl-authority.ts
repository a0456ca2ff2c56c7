import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';

const run = promisify(execFile);

const CONFIGURATION = `
[req]
distinguished_name = name
x509_extensions = stamping
prompt = no
[name]
CN = Timestamp authority of the tests
[stamping]
basicConstraints = critical,CA:FALSE
extendedKeyUsage = critical,timeStamping
[tsa_config]
serial = serial
default_policy = 1.2.3.4
digests = sha256
signer_digest = sha256
accuracy = secs:1
`;

/** A timestamp authority over HTTP: `openssl ts` behind a socket. */
export interface OpensslAuthority {
  readonly url: string;
  /** False: it answers 503. */
  answers: boolean;
  /** What `openssl ts -verify` says of a token for a text. */
  verify(token: Uint8Array, text: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startOpensslAuthority(): Promise<OpensslAuthority> {
  const folder = await mkdtemp(join(tmpdir(), 'liggare-tsa-'));
  const openssl = (...words: readonly string[]) => run('openssl', [...words], { cwd: folder });
  await writeFile(join(folder, 'tsa.cnf'), CONFIGURATION);
  await writeFile(join(folder, 'serial'), '01\n');
  const newKey = ['-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.pem', '-out', 'cert.pem'];
  await openssl('req', '-x509', '-config', 'tsa.cnf', '-days', '3650', ...newKey);
  const authority = { answers: true };
  const server = createServer((request, response) => {
    void (async () => {
      if (!authority.answers) return response.writeHead(503).end();
      await writeFile(join(folder, 'query.tsq'), await buffer(request));
      const files = ['-queryfile', 'query.tsq', '-signer', 'cert.pem', '-inkey', 'key.pem', '-out', 'reply.tsr'];
      await openssl('ts', '-reply', '-config', 'tsa.cnf', '-section', 'tsa_config', ...files);
      return response.end(await readFile(join(folder, 'reply.tsr')));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(authority, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async verify(token: Uint8Array, text: string) {
      await writeFile(join(folder, 'token.der'), token);
      await writeFile(join(folder, 'text'), text);
      const verify = ['-data', 'text', '-in', 'token.der', '-token_in', '-CAfile', 'cert.pem'];
      return (await openssl('ts', '-verify', ...verify)).stdout;
    },
    async stop() {
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  });
}
