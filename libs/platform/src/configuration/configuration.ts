import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import { join, resolve } from 'node:path';
import { EnvironmentDto } from './environment.dto.js';
import type { EventStoreKind } from './event-stores.js';

/** What the operator decides, read once at start-up and never again. */
export interface Configuration {
  /** Absent: the embedded PostgreSQL is used. */
  readonly databaseUrl?: string;
  readonly databasePool: number;
  /** Which store keeps the log. Read models, keys and the rest are in PostgreSQL either way. */
  readonly eventStore: EventStoreKind;
  /** `esdb://…`, which may hold a password: never printed. Set when `eventStore` is `eventstoredb`. */
  readonly eventStoreDbUrl?: string;
  readonly dataDirectory: string;
  /** The log's name, part of every proof later on: choose it once. */
  readonly logName: string;
  readonly http: { readonly host: string; readonly port: number };
  readonly identity: {
    /** Absent: the register issues its own tokens (embedded mode). */
    readonly issuer?: string;
    readonly audience: string;
    readonly jwks?: string;
  };
  /** Program and arguments that wrap and unwrap subject keys in a key management service; absent: a file does. */
  readonly keyEncryptionCommand?: readonly string[];
  /** Addresses of timestamp authorities (RFC 3161) that are asked once a day. */
  readonly timestampAuthorities: readonly string[];
  readonly logLevel: string;
  readonly witnessing: {
    /** A file, C2SP tlog-policy: the witnesses and their keys. */
    readonly policyFile?: string;
    /** Name in the policy to prefix of its addresses. */
    readonly urls: ReadonlyMap<string, string>;
  };
}

export class InvalidConfiguration extends Error {
  constructor(problems: readonly string[]) {
    super(`the environment is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'InvalidConfiguration';
  }
}

/** The names of all variables that are read. */
export function environmentVariables(): readonly string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(EnvironmentDto, '', false, false);
  return [...new Set(rules.map(({ propertyName }) => propertyName))].sort();
}

/**
 * @param overrides what was said otherwise than by the environment, and counts more: options of a command
 * @throws InvalidConfiguration naming each variable and its rule, never its value.
 */
export function readConfiguration(
  environment: NodeJS.ProcessEnv = process.env,
  overrides: { readonly LIGGARE_EVENT_STORE?: string } = {},
): Configuration {
  const said: NodeJS.ProcessEnv = { ...environment, ...overrides };
  const given = Object.fromEntries(
    environmentVariables()
      .filter((name) => said[name] !== undefined && said[name] !== '')
      .map((name) => [name, said[name]]),
  );
  const read = plainToInstance(EnvironmentDto, given, { exposeDefaultValues: true });
  const errors = validateSync(read, { validationError: { target: false, value: false } });
  if (errors.length === 0 && read.LIGGARE_WITNESS_URLS !== undefined && read.LIGGARE_WITNESS_POLICY === undefined) {
    throw new InvalidConfiguration(['LIGGARE_WITNESS_POLICY must name the file that has the witnesses’ keys']);
  }
  if (errors.length > 0) {
    throw new InvalidConfiguration(
      errors.map(({ property, constraints }) => {
        const rules = Object.values(constraints ?? {}).map((rule) => rule.replace(`${property} `, ''));
        return `${property} ${rules.join(', ')}`;
      }),
    );
  }
  return Object.freeze({
    ...(read.DATABASE_URL === undefined ? {} : { databaseUrl: read.DATABASE_URL }),
    databasePool: read.LIGGARE_DATABASE_POOL,
    eventStore: read.LIGGARE_EVENT_STORE,
    ...(read.EVENTSTOREDB_URL === undefined ? {} : { eventStoreDbUrl: read.EVENTSTOREDB_URL }),
    dataDirectory: resolve(read.LIGGARE_DATA_DIRECTORY),
    logName: read.LIGGARE_LOG_NAME,
    http: Object.freeze({ host: read.LIGGARE_HTTP_HOST, port: read.LIGGARE_HTTP_PORT }),
    identity: Object.freeze({
      audience: read.LIGGARE_OIDC_AUDIENCE,
      ...(read.LIGGARE_OIDC_ISSUER === undefined ? {} : { issuer: read.LIGGARE_OIDC_ISSUER }),
      ...(read.LIGGARE_OIDC_JWKS === undefined ? {} : { jwks: read.LIGGARE_OIDC_JWKS }),
    }),
    ...(read.LIGGARE_KEY_ENCRYPTION_COMMAND === undefined
      ? {}
      : { keyEncryptionCommand: read.LIGGARE_KEY_ENCRYPTION_COMMAND.trim().split(/\s+/) }),
    timestampAuthorities: (read.LIGGARE_TIMESTAMP_AUTHORITIES ?? '').split(',').filter(Boolean),
    logLevel: read.LIGGARE_LOG_LEVEL,
    witnessing: Object.freeze({
      ...(read.LIGGARE_WITNESS_POLICY === undefined ? {} : { policyFile: resolve(read.LIGGARE_WITNESS_POLICY) }),
      urls: new Map(
        (read.LIGGARE_WITNESS_URLS ?? '')
          .split(',')
          .filter(Boolean)
          .map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)] as const),
      ),
    }),
  });
}

/** A file of the register's own in the data directory. */
export function dataFile(configuration: Configuration, ...names: readonly string[]): string {
  return join(configuration.dataDirectory, ...names);
}
