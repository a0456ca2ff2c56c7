import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { Problem } from '../problems/problem.js';
import { ROLES, type Principal, type Role } from './role.js';

/** Signatures that are accepted; `none` and shared secrets are not among them. */
const ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'PS256', 'RS256'];

/** Of `jose`'s errors those that tell of the issuer's keys, which could not be had, and not of the token. */
const ABOUT_KEYS = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);

/** Checks bearer tokens: JWTs (RFC 7519, RFC 9068) signed with a key of the issuer. */
export class TokenVerifier {
  constructor(
    private readonly keys: JWTVerifyGetKey,
    private readonly issuer: string,
    private readonly audience: string,
  ) {}

  /**
   * @throws Problem 401 when signature, issuer, audience or time do not fit; 503 when the issuer's keys cannot be had
   */
  async verify(token: string): Promise<Principal> {
    const { sub, roles } = await this.claims(token);
    if (typeof sub !== 'string' || sub === '') throw new Problem('unauthenticated', { invalidToken: true });
    const claimed = Array.isArray(roles) ? (roles as unknown[]) : [];
    return { id: sub, roles: ROLES.filter((role: Role) => claimed.includes(role)) };
  }

  private async claims(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer: this.issuer,
        audience: this.audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['sub', 'exp'],
        clockTolerance: 5,
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError && !ABOUT_KEYS.has(error.code)) {
        throw new Problem('unauthenticated', { invalidToken: true });
      }
      throw new Problem('unavailable', { detail: 'the keys of the token issuer cannot be had', cause: error });
    }
  }
}
