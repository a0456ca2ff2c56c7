import { RegisterModule } from '@liggare/assembly';
import { createLogger, describeApi, NestLogger, readConfiguration, type PlatformParts } from '@liggare/platform';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

/** The OpenAPI document, made from the routes alone: no database is opened. */
export async function buildOpenApiDocument(): Promise<object> {
  const logger = createLogger('silent');
  const parts = {
    configuration: readConfiguration({}),
    logger,
    idempotencySecret: Buffer.alloc(32),
    receipts: { waitFor: () => Promise.resolve(true) },
    readModels: { lag: () => Promise.resolve([]), waitFor: () => Promise.resolve(true) },
    ...{ clock: {}, store: {}, database: {}, repository: {}, revealer: {}, tokens: {} },
    origin: { name: 'log.local/liggare', clock: 'system' },
  } as unknown as PlatformParts;
  const app = await NestFactory.create<NestFastifyApplication>(RegisterModule.with(parts), new FastifyAdapter(), {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  try {
    return describeApi(app);
  } finally {
    await app.close();
  }
}
