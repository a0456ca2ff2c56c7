import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import type { Principal, Role } from './role.js';
import { ROUTE_PUBLIC, ROUTE_ROLES } from './route-access.decorator.js';
import { TokenVerifier } from './token-verifier.js';

/** The request after the guard has let it through. */
export interface AuthenticatedRequest extends FastifyRequest {
  principal?: Principal;
  /** The role the request acts in: the first of the route's roles that the sender has. */
  actingRole?: Role;
}

/** Lets nobody pass without a role the route names. Routes that name none are closed. */
@Injectable()
export class AuthenticationGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenVerifier,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(ROUTE_PUBLIC, targets)) return true;
    const allowed = this.reflector.getAllAndOverride<readonly Role[] | undefined>(ROUTE_ROLES, targets) ?? [];
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const principal = await this.principalOf(request);
    const role = allowed.find((candidate) => principal.roles.includes(candidate));
    if (!role) throw new Problem('forbidden');
    request.principal = principal;
    request.actingRole = role;
    return true;
  }

  private async principalOf(request: FastifyRequest): Promise<Principal> {
    const token = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw new Problem('unauthenticated');
    return this.tokens.verify(token);
  }
}
