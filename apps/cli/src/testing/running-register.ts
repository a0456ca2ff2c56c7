import { createApi } from '@liggare/api';
import { openLocalIssuer, openRegister, startWorker, type Register } from '@liggare/assembly';
import { createTestDatabase, type TestDatabase } from '@liggare/database';
import type { Clock } from '@liggare/kernel';
import { readConfiguration, type Configuration, type LocalIssuer, type Logger, type Role } from '@liggare/platform';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A whole register in this process: real PostgreSQL, real HTTP, read models and policies running. */
export interface RunningRegister {
  readonly register: Register;
  readonly issuer: LocalIssuer;
  readonly url: string;
  get(path: string, role?: Role, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, options?: { role?: Role; headers?: Record<string, string> }): Promise<Response>;
  stop(): Promise<void>;
}

/** @param eventStoreDbUrl where the log is to be, if not in PostgreSQL */
export async function runRegister(clock: Clock, eventStoreDbUrl?: string): Promise<RunningRegister> {
  const place = await RegisterPlace.make();
  const running = await startRegister(place.configuration(eventStoreDbUrl), clock);
  return {
    ...running,
    async stop() {
      await running.stop();
      await place.remove();
    },
  };
}

/** What a register keeps beside its log: a database, and a directory with keys. It outlives the register. */
export class RegisterPlace {
  private constructor(
    readonly database: TestDatabase,
    readonly directory: string,
  ) {}

  static async make(): Promise<RegisterPlace> {
    return new RegisterPlace(await createTestDatabase(), await mkdtemp(join(tmpdir(), 'liggare-register-')));
  }

  /** As environment variables. */
  environment(eventStoreDbUrl?: string): Readonly<Record<string, string>> {
    return {
      DATABASE_URL: this.database.url,
      LIGGARE_DATA_DIRECTORY: this.directory,
      LIGGARE_LOG_LEVEL: 'fatal',
      ...(eventStoreDbUrl === undefined
        ? {}
        : { LIGGARE_EVENT_STORE: 'eventstoredb', EVENTSTOREDB_URL: eventStoreDbUrl }),
    };
  }

  configuration(eventStoreDbUrl?: string): Configuration {
    return readConfiguration(this.environment(eventStoreDbUrl));
  }

  async remove(): Promise<void> {
    await this.database.drop();
    await rm(this.directory, { recursive: true, force: true });
  }
}

export async function startRegister(
  configuration: Configuration,
  clock: Clock,
  logger?: Logger,
): Promise<RunningRegister> {
  const register = await openRegister(configuration, { clock, ...(logger ? { logger } : {}) });
  const api = await createApi(register);
  const worker = await startWorker(register, api);
  await api.listen(0, '127.0.0.1');
  const url = await api.getUrl();
  const issuer = (await openLocalIssuer(configuration))!;
  const authorization = async (role: Role) => ({
    authorization: `Bearer ${await issuer.token(`${role}-test`, [role], '1h')}`,
  });
  return {
    register,
    issuer,
    url,
    get: async (path, role = 'auditor', headers = {}) =>
      fetch(new URL(path, url), { headers: { ...(await authorization(role)), ...headers } }),
    post: async (path, body, { role = 'registrar', headers = {} } = {}) =>
      fetch(new URL(path, url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(await authorization(role)), ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    async stop() {
      await api.close();
      await worker.stop();
      await register.close();
    },
  };
}
