import fastifyApiReference from '@scalar/fastify-api-reference';
import { platformParts, RegisterModule, type Register } from '@liggare/assembly';
import { configureHttp, createHttpAdapter, describeApi, NestLogger } from '@liggare/platform';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** The admin API, ready to listen. */
export async function createApi(register: Register): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    RegisterModule.with(await platformParts(register)),
    createHttpAdapter(),
    { logger: new NestLogger(register.logger), abortOnError: false },
  );
  await configureHttp(app);
  const document = describeApi(app);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/openapi.json', (_request, reply) => reply.header('Access-Control-Allow-Origin', '*').send(document));
  await app.register(fastifyApiReference, {
    routePrefix: '/docs',
    // Everything on the page is about this API; nothing on it talks to anybody else.
    configuration: {
      content: document,
      title: 'Liggare – API',
      showDeveloperTools: 'never',
      hideClientButton: true,
      telemetry: false,
      withDefaultFonts: false,
      agent: { disabled: true },
      mcp: { disabled: true },
    },
    // The page draws itself with its own script and styles; nothing is fetched from elsewhere.
    hooks: {
      onRequest: (_request: unknown, reply: { header(name: string, value: string): unknown }, done: () => void) => {
        reply.header('Content-Security-Policy', REFERENCE_PAGE_POLICY);
        done();
      },
    },
  } as never);
  await app.init();
  return app;
}

const REFERENCE_PAGE_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";
