import {
  createLocalJWKSet,
  exportJWK,
  exportPKCS8,
  generateKeyPair,
  importPKCS8,
  SignJWT,
  type JSONWebKeySet,
} from 'jose';
import { createPublicKey } from 'node:crypto';
import { makeSecretFile, readSecretFile } from '../secrets/secret-file.js';
import type { Role } from './role.js';
import { TokenVerifier } from './token-verifier.js';

/**
 * The register's own token issuer, for machines without an identity provider. Its key is made at the first start and
 * kept where only its owner reads it.
 */
export class LocalIssuer {
  private constructor(
    readonly issuer: string,
    private readonly audience: string,
    private readonly pem: string,
    /** The public key, as `/.well-known/jwks.json` shows it. */
    readonly jwks: JSONWebKeySet,
  ) {}

  /** @param file the private key, PKCS #8 PEM; made with mode 0600 when it is missing */
  static async open(file: string, issuer: string, audience: string): Promise<LocalIssuer> {
    const kept = (await readSecretFile(file)) ?? (await makeSecretFile(file, await createKey()));
    const pem = kept.toString();
    const jwk = await exportJWK(createPublicKey(pem));
    return new LocalIssuer(issuer, audience, pem, { keys: [{ ...jwk, alg: 'Ed25519', use: 'sig', kid: 'local' }] });
  }

  verifier(): TokenVerifier {
    return new TokenVerifier(createLocalJWKSet(this.jwks), this.issuer, this.audience);
  }

  /**
   * @param subject pseudonymous id of the bearer
   * @param lifetime e.g. `8h`
   */
  async token(subject: string, roles: readonly Role[], lifetime: string): Promise<string> {
    return new SignJWT({ roles })
      .setProtectedHeader({ alg: 'Ed25519', kid: 'local', typ: 'at+jwt' })
      .setSubject(subject)
      .setIssuer(this.issuer)
      .setAudience(this.audience)
      .setIssuedAt()
      .setExpirationTime(lifetime)
      .sign(await importPKCS8(this.pem, 'Ed25519'));
  }
}

async function createKey(): Promise<string> {
  const { privateKey } = await generateKeyPair('Ed25519', { extractable: true });
  return exportPKCS8(privateKey);
}
