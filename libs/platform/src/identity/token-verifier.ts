import { jwtVerify, type JWTVerifyGetKey } from 'jose';
import { ROLES, type Principal, type Role } from './role.js';

/** Signatures that are accepted; `none` and shared secrets are not among them. */
const ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'PS256', 'RS256'];

/** Checks bearer tokens: JWTs (RFC 7519, RFC 9068) signed with a key of the issuer. */
export class TokenVerifier {
  constructor(
    private readonly keys: JWTVerifyGetKey,
    private readonly issuer: string,
    private readonly audience: string,
  ) {}

  /** @throws Error (of `jose`) when signature, issuer, audience or time do not fit. */
  async verify(token: string): Promise<Principal> {
    const { payload } = await jwtVerify(token, this.keys, {
      issuer: this.issuer,
      audience: this.audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['sub', 'exp'],
      clockTolerance: 5,
    });
    const claimed = Array.isArray(payload['roles']) ? (payload['roles'] as unknown[]) : [];
    return { id: payload.sub!, roles: ROLES.filter((role: Role) => claimed.includes(role)) };
  }
}
