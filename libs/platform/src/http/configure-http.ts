import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { assertEveryRouteHasRoles } from '../identity/every-route-has-roles.js';
import { LOGGER, type Logger } from '../observability/logger.js';
import { Metrics } from '../observability/metrics.js';
import { ORIGIN, type Origin } from '../tokens.js';
import { conditionalGet } from './conditional-get.js';
import { checkHead, depthProblem, FILE_TYPES } from './request-checks.js';
import { traceOf } from './trace-context.js';

/**
 * Headers of every answer, what is asked of every request, and the start-up check that no route is open by mistake.
 * Called once, before `app.init()`.
 */
export async function configureHttp(app: NestFastifyApplication): Promise<void> {
  assertEveryRouteHasRoles(app);
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(helmet, {
    contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    referrerPolicy: { policy: 'no-referrer' },
  } as never);
  const origin = app.get<Origin>(ORIGIN);
  const metrics = app.get(Metrics);
  const logger = app.get<Logger>(LOGGER);
  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('traceparent', traceOf(request).traceparent);
    reply.header('Cache-Control', 'no-store');
    reply.header('Vary', 'Authorization, Accept-Language');
    reply.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
    if (origin.clock === 'demo') reply.header('Liggare-Origin', `${origin.name}; clock=demo`);
    checkHead(request);
  });
  // Files are not read here: the route does, as they come.
  fastify.addContentTypeParser(FILE_TYPES, (_request, _payload, done) => done(null, undefined));
  fastify.addHook('preValidation', (request, _reply, done) => done(depthProblem(request.body)));
  fastify.addHook('onSend', (request, reply, payload, done) => done(null, conditionalGet(request, reply, payload)));
  fastify.addHook('onResponse', async (request, reply) => {
    // The route, not the address: what is searched for may be a name.
    const { method } = request;
    const route = request.routeOptions.url ?? 'none';
    const { statusCode: status, elapsedTime } = reply;
    metrics.answered(method, route, status, elapsedTime / 1_000);
    logger.debug({ method, route, status, ms: Math.round(elapsedTime), traceId: traceOf(request).traceId }, 'answered');
  });
}
