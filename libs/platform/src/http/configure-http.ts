import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { assertEveryRouteHasRoles } from '../identity/every-route-has-roles.js';
import { Metrics } from '../observability/metrics.js';
import { ORIGIN, type Origin } from '../tokens.js';
import { traceOf } from './trace-context.js';

/** Bodies are small; the largest is the full text of a decision. */
export const BODY_LIMIT = 1_048_576;

/** Headers of every answer, and the start-up check that no route is open by mistake. */
export async function configureHttp(app: NestFastifyApplication): Promise<void> {
  assertEveryRouteHasRoles(app);
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await app.register(
    helmet as never,
    {
      contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
      referrerPolicy: { policy: 'no-referrer' },
    } as never,
  );
  const origin = app.get<Origin>(ORIGIN);
  const metrics = app.get(Metrics);
  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('traceparent', traceOf(request).traceparent);
    reply.header('Cache-Control', 'no-store');
    if (origin.clock === 'demo') reply.header('Liggare-Origin', `${origin.name}; clock=demo`);
  });
  // An entity that is as the client has it needs no body (RFC 9110 §13.1.2).
  fastify.addHook('onSend', async (request, reply, payload) => {
    const tag = reply.getHeader('etag');
    if (request.method !== 'GET' || tag === undefined || request.headers['if-none-match'] !== tag) return payload;
    reply.status(304).removeHeader('content-length');
    return null;
  });
  fastify.addHook('onResponse', async (request, reply) => {
    metrics.answered(request.method, request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime / 1_000);
  });
}
