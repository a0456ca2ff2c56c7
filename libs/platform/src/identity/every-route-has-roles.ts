import type { INestApplicationContext, Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ROUTE_PUBLIC, ROUTE_ROLES } from './route-access.decorator.js';

/** Nest keeps a handler's path under this key; a method that has it is a route. */
const PATH_METADATA = 'path';

/** @throws Error naming every route that says neither who may use it nor that all may. */
export function assertEveryRouteHasRoles(app: INestApplicationContext): void {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  const open: string[] = [];
  for (const { metatype } of app.get(DiscoveryService).getControllers()) {
    const controller = metatype as Type;
    for (const name of scanner.getAllMethodNames(controller.prototype as object)) {
      const handler = (controller.prototype as Record<string, () => unknown>)[name]!;
      if (reflector.get(PATH_METADATA, handler) === undefined) continue;
      const says = [ROUTE_ROLES, ROUTE_PUBLIC].some(
        (key) => reflector.getAllAndOverride<unknown>(key, [handler, controller]) !== undefined,
      );
      if (!says) open.push(`${controller.name}.${name}`);
    }
  }
  if (open.length > 0) throw new Error(`routes without @Roles or @PublicRoute: ${open.join(', ')}`);
}
