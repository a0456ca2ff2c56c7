import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AuthenticatedRequest } from './authentication.guard.js';
import { MAY_SEE_NAMES } from './role.js';

/**
 * A boolean parameter of a route: is the reader one of those who work with the register, and may see what is not settled
 * yet? Readers of figures only are outside.
 */
export const Inside = createParamDecorator((_data: unknown, context: ExecutionContext): boolean => {
  const { principal } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  return principal?.roles.some((role) => MAY_SEE_NAMES.has(role)) ?? false;
});
