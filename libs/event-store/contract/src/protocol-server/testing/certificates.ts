import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

interface KeyPair {
  readonly certificate: string;
  readonly privateKey: string;
}

/** An authority of a test's own, a server's certificate, and a user's, as PEM and as files for the client. */
export interface Certificates extends AsyncDisposable {
  readonly authority: string;
  readonly server: KeyPair;
  /** Connection string parameters by which the client trusts the server. */
  readonly trusting: string;
  /** The same, and showing the user's certificate. */
  readonly showingUser: string;
}

export async function certificates(user: string): Promise<Certificates> {
  const directory = await mkdtemp(join(tmpdir(), 'protocol-server-'));
  const authority = await generate([{ name: 'commonName', value: 'Test authority' }], {
    keySize: 2048,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const ca = { key: authority.private, cert: authority.cert };
  const server = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    ca,
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  const person = await generate([{ name: 'commonName', value: user }], { keySize: 2048, ca });
  const file = async (name: string, content: string) => {
    await writeFile(join(directory, name), content);
    return encodeURIComponent(join(directory, name));
  };
  const trusting = `&tlsCAFile=${await file('ca.crt', authority.cert)}`;
  const shown = `&userCertFile=${await file('user.crt', person.cert)}&userKeyFile=${await file('user.key', person.private)}`;
  return {
    authority: authority.cert,
    server: { certificate: server.cert, privateKey: server.private },
    trusting,
    showingUser: trusting + shown,
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true }),
  };
}
