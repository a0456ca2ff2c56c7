import { Controller, Get, Inject, Optional } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Problem } from '../problems/problem.js';
import { LocalIssuer } from './local-issuer.js';
import { PublicRoute } from './route-access.decorator.js';

/** What others need to check the local issuer's tokens (OpenID Connect Discovery 1.0). */
@ApiExcludeController()
@PublicRoute()
@Controller('.well-known')
export class IssuerController {
  constructor(@Optional() @Inject(LocalIssuer) private readonly issuer?: LocalIssuer | null) {}

  @Get('openid-configuration')
  configuration() {
    const issuer = this.required().issuer;
    return {
      issuer,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      id_token_signing_alg_values_supported: ['Ed25519'],
      subject_types_supported: ['public'],
    };
  }

  @Get('jwks.json')
  keys() {
    return this.required().jwks;
  }

  private required(): LocalIssuer {
    if (!this.issuer) throw new Problem('not-found');
    return this.issuer;
  }
}
