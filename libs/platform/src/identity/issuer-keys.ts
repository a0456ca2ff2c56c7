import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';

/** How long the issuer may take to say where its keys are. */
const TIMEOUT_MS = 5_000;

/**
 * The keys of an OpenID Connect issuer, fetched when first needed and again when an unknown key turns up.
 * @param jwks where the keys are; found by the issuer's own metadata unless given (OpenID Connect Discovery 1.0 §4)
 */
export function issuerKeys(issuer: string, jwks?: string): JWTVerifyGetKey {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    keys ??= keysOf(issuer, jwks);
    try {
      return await (
        await keys
      )(header, token);
    } catch (error) {
      // Metadata that could not be had is asked for again; keys that were found refresh themselves.
      await keys.catch(() => (keys = undefined));
      throw error;
    }
  };
}

async function keysOf(issuer: string, jwks: string | undefined): Promise<JWTVerifyGetKey> {
  return createRemoteJWKSet(new URL(jwks ?? (await discover(issuer))));
}

async function discover(issuer: string): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'manual' });
  const found = (answer.ok ? await answer.json() : {}) as { issuer?: unknown; jwks_uri?: unknown };
  if (found.issuer !== issuer || typeof found.jwks_uri !== 'string') {
    throw new errors.JWKSInvalid('the issuer has no usable OpenID Connect metadata');
  }
  return found.jwks_uri;
}
