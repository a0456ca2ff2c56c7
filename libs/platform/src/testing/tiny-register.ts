import { connect, createTestDatabase, migrate } from '@liggare/database';
import { DemoClock, instant, MemoryEventStore, position, Repository, type Clock, type Position } from '@liggare/kernel';
import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '../configuration/configuration.js';
import { configureHttp } from '../http/configure-http.js';
import { createHttpAdapter } from '../http/http-adapter.js';
import { LocalIssuer } from '../identity/local-issuer.js';
import type { Role } from '../identity/role.js';
import { NestLogger, type Logger } from '../observability/logger.js';
import { platformMigrations } from '../platform-migrations.js';
import { PlatformModule, type PlatformParts } from '../platform.module.js';
import type { ReadModels } from '../tokens.js';
import { MemorySealer } from './note.js';
import { NotesController } from './notes.controller.js';

/** Read models that are where the test says they are. */
export class StagedReadModels implements ReadModels {
  reached: Position = position(1_000_000);
  readonly asked: Position[] = [];

  waitFor(wanted: Position): Promise<boolean> {
    this.asked.push(wanted);
    return Promise.resolve(wanted <= this.reached);
  }

  lag() {
    return Promise.resolve([{ projection: 'notes', events: 3, seconds: 7 }]);
  }
}

export interface Sending {
  readonly method?: 'GET' | 'HEAD' | 'POST';
  readonly url: string;
  readonly as?: Role | readonly Role[];
  readonly token?: string;
  readonly body?: unknown;
  readonly payload?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A whole register with one controller: real HTTP stack, real tokens, real database; the log is in memory. */
export class TinyRegister {
  readonly store = new MemoryEventStore();
  readonly clock = new DemoClock(instant('2024-07-01T10:00:00Z'));
  readonly sealer = new MemorySealer();
  readonly readModels = new StagedReadModels();
  readonly receipts = new StagedReadModels();
  readonly logged: object[] = [];
  app!: NestFastifyApplication;
  issuer!: LocalIssuer;
  private closing: (() => Promise<unknown>)[] = [];

  /** @param clockKind what the log's origin says its times come from */
  static async start(controllers: Type[] = [NotesController], clockKind: Clock['kind'] = 'system') {
    const register = new TinyRegister();
    const parts = await register.parts(clockKind);
    @Module({ imports: [PlatformModule.with(parts)], controllers })
    class TinyModule {}
    register.app = await NestFactory.create<NestFastifyApplication>(TinyModule, createHttpAdapter(), {
      logger: new NestLogger(parts.logger),
      abortOnError: false,
    });
    register.closing.unshift(() => register.app.close());
    await configureHttp(register.app);
    await register.app.init();
    return register;
  }

  /** Sends a request as somebody with a role; a registrar unless it says otherwise. */
  async send({ method = 'GET', url, as = 'registrar', token, body, payload, headers = {} }: Sending) {
    const roles = Array.isArray(as) ? (as as readonly Role[]) : [as as Role];
    const bearer = token ?? (await this.issuer.token('user-1', roles, '5m'));
    return this.app.inject({
      method,
      url,
      headers: {
        ...(bearer === '' ? {} : { authorization: `Bearer ${bearer}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      ...(payload === undefined ? {} : { payload }),
    });
  }

  async stop(): Promise<void> {
    for (const close of this.closing) await close();
  }

  private async parts(clockKind: Clock['kind']): Promise<PlatformParts> {
    const directory = await mkdtemp(join(tmpdir(), 'liggare-platform-'));
    const testDatabase = await createTestDatabase();
    await migrate(testDatabase.url, [platformMigrations]);
    const database = connect(testDatabase.url);
    this.closing = [
      () => database.end(),
      () => testDatabase.drop(),
      () => rm(directory, { recursive: true, force: true }),
    ];
    this.issuer = await LocalIssuer.open(join(directory, 'issuer.pem'), 'urn:tiny:issuer', 'tiny');
    return {
      configuration: readConfiguration({ LIGGARE_DATA_DIRECTORY: directory }),
      clock: this.clock,
      store: this.store,
      database,
      repository: new Repository(this.store, { sealer: this.sealer }),
      revealer: this.sealer,
      readModels: this.readModels,
      receipts: this.receipts,
      origin: { name: 'log.example/tiny', clock: clockKind },
      tokens: this.issuer.verifier(),
      localIssuer: this.issuer,
      idempotencySecret: randomBytes(32),
      logger: this.logger(),
    };
  }

  private logger(): Logger {
    const write = (fields: object, message: string) => void this.logged.push({ ...fields, message });
    return { debug: write, info: write, warn: write, error: write, fatal: write } as unknown as Logger;
  }
}
