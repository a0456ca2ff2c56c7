import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Role } from './role.js';

export const ROUTE_ROLES = 'liggare:roles';
export const ROUTE_PUBLIC = 'liggare:public';

/** Who may use the route: anybody with at least one of these roles. Every route carries this or {@link PublicRoute}. */
export function Roles(...roles: readonly [Role, ...Role[]]): MethodDecorator {
  return applyDecorators(SetMetadata(ROUTE_ROLES, roles), ApiBearerAuth(), ApiExtension('x-roles', [...roles]));
}

/** Anybody may use the route, without a token. */
export function PublicRoute(): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(ROUTE_PUBLIC, true), ApiExtension('x-public', true));
}
