import type { Database } from '@liggare/database';
import { Repository, type Clock, type EventStore } from '@liggare/kernel';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import type { Configuration } from './configuration/configuration.js';
import { ApiInfoController } from './http/api-info.controller.js';
import { AsOfResolver } from './http/as-of.js';
import { CommandContextInterceptor } from './http/command-context.interceptor.js';
import { EntityReader } from './http/entity-reader.js';
import { IdempotencyKeys } from './http/idempotency-keys.js';
import { PageLinksInterceptor } from './http/page-links.interceptor.js';
import { RevealInterceptor } from './http/reveal.interceptor.js';
import { WrittenInterceptor } from './http/written.interceptor.js';
import { AuthenticationGuard } from './identity/authentication.guard.js';
import { IssuerController } from './identity/issuer.controller.js';
import { LocalIssuer } from './identity/local-issuer.js';
import { TokenVerifier } from './identity/token-verifier.js';
import { HealthController } from './observability/health.controller.js';
import { LOGGER, type Logger } from './observability/logger.js';
import { Metrics } from './observability/metrics.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { ProblemsController } from './problems/problems.controller.js';
import type { Revealer } from './revealer.js';
import {
  CLOCK,
  CONFIGURATION,
  EVENT_STORE,
  ORIGIN,
  READ_DATABASE,
  READ_MODELS,
  RECEIPTS,
  REVEALER,
  type Origin,
  type ReadModels,
  type Receipts,
} from './tokens.js';
import { RequestValidationPipe } from './validation/validation.pipe.js';

/** Everything that is opened before Nest starts, and that Nest hands out. */
export interface PlatformParts {
  readonly configuration: Configuration;
  readonly clock: Clock;
  readonly store: EventStore;
  readonly database: Database;
  readonly repository: Repository;
  readonly revealer: Revealer;
  readonly readModels: ReadModels;
  readonly receipts: Receipts;
  readonly origin: Origin;
  readonly tokens: TokenVerifier;
  readonly localIssuer?: LocalIssuer;
  readonly idempotencySecret: Buffer;
  readonly logger: Logger;
}

/** What every module may inject, and what every request passes through. */
@Module({})
export class PlatformModule {
  static with(parts: PlatformParts): DynamicModule {
    const shared: Provider[] = [
      { provide: CONFIGURATION, useValue: parts.configuration },
      { provide: CLOCK, useValue: parts.clock },
      { provide: EVENT_STORE, useValue: parts.store },
      { provide: READ_DATABASE, useValue: parts.database },
      { provide: Repository, useValue: parts.repository },
      { provide: REVEALER, useValue: parts.revealer },
      { provide: READ_MODELS, useValue: parts.readModels },
      { provide: RECEIPTS, useValue: parts.receipts },
      { provide: ORIGIN, useValue: parts.origin },
      { provide: LOGGER, useValue: parts.logger },
      { provide: TokenVerifier, useValue: parts.tokens },
      { provide: LocalIssuer, useValue: parts.localIssuer ?? null },
      { provide: IdempotencyKeys, useValue: new IdempotencyKeys(parts.database, parts.idempotencySecret) },
      { provide: Metrics, useValue: new Metrics(parts.readModels) },
      AsOfResolver,
      EntityReader,
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [CqrsModule.forRoot(), DiscoveryModule],
      controllers: [ApiInfoController, HealthController, IssuerController, ProblemsController],
      providers: [
        ...shared,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: AuthenticationGuard },
        { provide: APP_PIPE, useClass: RequestValidationPipe },
        // Interceptors answer in reverse order: first the headers of a page or a command's answer, then names are revealed.
        { provide: APP_INTERCEPTOR, useClass: CommandContextInterceptor },
        { provide: APP_INTERCEPTOR, useClass: RevealInterceptor },
        { provide: APP_INTERCEPTOR, useClass: WrittenInterceptor },
        { provide: APP_INTERCEPTOR, useClass: PageLinksInterceptor },
      ],
      exports: shared,
    };
  }
}
