import 'reflect-metadata';
import { Controller, Get } from '@nestjs/common';
import { base64url, exportJWK, generateKeyPair, SignJWT, type JWK, type JWTPayload } from 'jose';
import { createServer, type Server } from 'node:http';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TinyRegister } from '../testing/tiny-register.js';
import { issuerKeys } from './issuer-keys.js';
import { LocalIssuer } from './local-issuer.js';
import { TokenVerifier } from './token-verifier.js';

const NOTES = '/v1/notes';

describe('who may pass', () => {
  let register: TinyRegister;
  let stranger: LocalIssuer;

  beforeAll(async () => {
    register = await TinyRegister.start();
    const directory = await mkdtemp(join(tmpdir(), 'liggare-stranger-'));
    stranger = await LocalIssuer.open(join(directory, 'issuer.pem'), 'urn:tiny:issuer', 'tiny');
    await rm(directory, { recursive: true });
  });
  afterAll(() => register.stop());

  it('lets a role of the route in', async () => {
    const answer = await register.send({ url: NOTES });
    expect(answer.statusCode).toBe(200);
  });

  it.each(['', 'nonsense', 'a.b.c'])('answers 401 to the token "%s", and says how to authenticate', async (token) => {
    const answer = await register.send({ url: NOTES, token });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
    expect(answer.json()).toMatchObject({ type: '/problems/unauthenticated', status: 401 });
  });

  it('answers 403 to a role the route does not name, and to no role', async () => {
    expect((await register.send({ url: NOTES, as: 'bi' })).statusCode).toBe(403);
    expect((await register.send({ url: NOTES, as: [] })).statusCode).toBe(403);
  });

  it('refuses a token whose content was changed after it was signed', async () => {
    const [head, claims, signature] = (await register.issuer.token('user-1', ['bi'], '5m')).split('.');
    const changed = { ...(JSON.parse(Buffer.from(claims!, 'base64url').toString()) as object), roles: ['registrar'] };
    const token = [head, base64url.encode(JSON.stringify(changed)), signature].join('.');
    expect((await register.send({ url: NOTES, token })).statusCode).toBe(401);
  });

  it('refuses alg none', async () => {
    const [, claims] = (await register.issuer.token('user-1', ['registrar'], '5m')).split('.');
    const token = `${base64url.encode('{"alg":"none","typ":"at+jwt"}')}.${claims}.`;
    const answer = await register.send({ url: NOTES, token });
    expect(answer.statusCode).toBe(401);
  });

  it('refuses the public key used as a shared secret', async () => {
    const secret = base64url.decode(register.issuer.jwks.keys[0]!.x!);
    const token = await claims({}).setProtectedHeader({ alg: 'HS256', kid: 'local' }).sign(secret);
    expect((await register.send({ url: NOTES, token })).statusCode).toBe(401);
  });

  it('refuses the key of another issuer', async () => {
    const token = await stranger.token('user-1', ['registrar'], '5m');
    const answer = await register.send({ url: NOTES, token });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
  });

  it('refuses a token that has expired', async () => {
    const token = await register.issuer.token('user-1', ['registrar'], '-1m');
    expect((await register.send({ url: NOTES, token })).statusCode).toBe(401);
  });

  it('publishes what others need to check its tokens', async () => {
    const found = await register.send({ url: '/.well-known/openid-configuration', token: '' });
    expect(found.json()).toMatchObject({ issuer: 'urn:tiny:issuer' });
    const keys = (await register.send({ url: '/.well-known/jwks.json', token: '' })).json<{ keys: JWK[] }>();
    expect(keys.keys[0]).toMatchObject({ kty: 'OKP', crv: 'Ed25519' });
    expect(keys.keys[0]).not.toHaveProperty('d');
  });
});

function claims(override: JWTPayload): SignJWT {
  const good = { iss: 'urn:tiny:issuer', aud: 'tiny', sub: 'user-1', roles: ['registrar'], exp: 4_000_000_000 };
  return new SignJWT({ ...good, ...override });
}

describe('tokens of an identity provider', () => {
  const provider: { keys: JWK[]; issuer: string; down: boolean } = { keys: [], issuer: '', down: false };
  let server: Server;
  let sign: (override: JWTPayload) => Promise<string>;

  beforeAll(async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    provider.keys = [{ ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'k1' }];
    server = createServer((request, response) => {
      if (provider.down) return response.writeHead(500).end();
      const { keys, issuer } = provider;
      return response.end(JSON.stringify(request.url === '/keys' ? { keys } : { issuer, jwks_uri: `${issuer}/keys` }));
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    sign = (override) =>
      claims({ iss: provider.issuer, ...override })
        .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
        .sign(privateKey);
  });
  afterAll(() => new Promise((done) => server.close(done)));

  const verifier = () => new TokenVerifier(issuerKeys(provider.issuer), provider.issuer, 'tiny');

  it('finds the keys by the issuer’s metadata', async () => {
    const principal = await verifier().verify(await sign({ roles: ['auditor', 'emperor'] }));
    expect(principal).toEqual({ id: 'user-1', roles: ['auditor'] });
  });

  it.each([
    ['another audience', { aud: 'other' }],
    ['another issuer', { iss: 'https://elsewhere.example' }],
    ['not valid yet', { nbf: 4_000_000_000 }],
    ['no subject', { sub: '' }],
    ['no end', { exp: undefined }],
  ])('refuses a token with %s', async (_what, override) => {
    await expect(verifier().verify(await sign(override as JWTPayload))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  it('does not blame the token when the keys cannot be had, and asks again', async () => {
    const patient = verifier();
    provider.down = true;
    await expect(patient.verify(await sign({}))).rejects.toMatchObject({ code: 'unavailable' });
    provider.down = false;
    await expect(patient.verify(await sign({}))).resolves.toMatchObject({ id: 'user-1' });
  });

  it('does not blame the token when a configured address of keys does not answer', async () => {
    const keys = issuerKeys(provider.issuer, `${provider.issuer}/keys`);
    provider.down = true;
    const verified = new TokenVerifier(keys, provider.issuer, 'tiny').verify(await sign({}));
    await expect(verified).rejects.toMatchObject({ code: 'unavailable' });
    provider.down = false;
  });

  it('does not take keys from metadata of another issuer', async () => {
    const fooled = new TokenVerifier(issuerKeys(`${provider.issuer}/tenant`), `${provider.issuer}/tenant`, 'tiny');
    await expect(fooled.verify(await sign({}))).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('the local issuer', () => {
  it('keeps one key, which only its owner reads', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'liggare-issuer-'));
    const file = join(directory, 'keys', 'issuer.pem');
    const opened = await Promise.all([1, 2, 3].map(() => LocalIssuer.open(file, 'urn:a', 'b')));
    expect(new Set(opened.map(({ jwks }) => jwks.keys[0]!.x)).size).toBe(1);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await rm(directory, { recursive: true });
  });
});

describe('a route that does not say who may use it', () => {
  it('stops the start', async () => {
    @Controller('open')
    class OpenController {
      @Get('door')
      walkIn() {
        return {};
      }
    }
    await expect(TinyRegister.start([OpenController])).rejects.toThrow('OpenController.walkIn');
  });
});
