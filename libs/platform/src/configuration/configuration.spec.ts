import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { environmentVariables, InvalidConfiguration, readConfiguration } from './configuration.js';

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(readConfiguration({})).toEqual({
      databasePool: 10,
      eventStore: 'postgres',
      dataDirectory: join(process.cwd(), '.data'),
      logName: 'log.local/liggare',
      http: { host: '127.0.0.1', port: 3000 },
      identity: { audience: 'liggare' },
      timestampAuthorities: [],
      logLevel: 'info',
      witnessing: { urls: new Map() },
    });
  });

  it('takes what the environment says; an empty variable says nothing', () => {
    const read = readConfiguration({
      DATABASE_URL: 'postgresql://u:p@db/liggare',
      LIGGARE_HTTP_PORT: '8080',
      LIGGARE_DATABASE_POOL: '50',
      LIGGARE_OIDC_ISSUER: 'https://idp.example',
      LIGGARE_OIDC_JWKS: 'http://idp:8080/keys',
      LIGGARE_LOG_LEVEL: '',
      PATH: '/bin',
    });
    expect(read).toMatchObject({
      databaseUrl: 'postgresql://u:p@db/liggare',
      databasePool: 50,
      http: { port: 8080 },
      identity: { issuer: 'https://idp.example', jwks: 'http://idp:8080/keys' },
      logLevel: 'info',
    });
  });

  it.each([
    ['DATABASE_URL', 'mysql://root:hunter2@db'],
    ['LIGGARE_EVENT_STORE', 'hunter2'],
    ['EVENTSTOREDB_URL', 'http://admin:hunter2@db'],
    ['LIGGARE_DATABASE_POOL', '1'],
    ['LIGGARE_DATABASE_POOL', 'hunter2'],
    ['LIGGARE_LOG_NAME', 'Hunter2'],
    ['LIGGARE_HTTP_PORT', '65536'],
    ['LIGGARE_HTTP_PORT', '0x10'],
    ['LIGGARE_OIDC_ISSUER', 'hunter2'],
    ['LIGGARE_OIDC_JWKS', 'file:///hunter2'],
    ['LIGGARE_LOG_LEVEL', 'hunter2'],
  ])('names %s and its rule when it is "%s", never the value', (name, value) => {
    const read = () => readConfiguration({ [name]: value });
    expect(read).toThrow(InvalidConfiguration);
    expect(read).toThrow(new RegExp(`^  ${name} must .{5,}$`, 'm'));
    expect(read).not.toThrow(/hunter2/i);
  });

  it('takes the store of the log, and needs its address', () => {
    const url = 'esdb+discover://admin:hunter2@db:2113?tls=true';
    const read = readConfiguration({ LIGGARE_EVENT_STORE: 'eventstoredb', EVENTSTOREDB_URL: url });
    expect(read).toMatchObject({ eventStore: 'eventstoredb', eventStoreDbUrl: url });
    // Known, but not used: where a log is copied to.
    expect(readConfiguration({ EVENTSTOREDB_URL: url })).toMatchObject({
      eventStore: 'postgres',
      eventStoreDbUrl: url,
    });
    expect(() => readConfiguration({ LIGGARE_EVENT_STORE: 'eventstoredb' })).toThrow(/EVENTSTOREDB_URL must begin/);
  });

  it('lets a command’s option count more than the environment', () => {
    const environment = { LIGGARE_EVENT_STORE: 'postgres', EVENTSTOREDB_URL: 'esdb://db' };
    expect(readConfiguration(environment, { LIGGARE_EVENT_STORE: 'eventstoredb' }).eventStore).toBe('eventstoredb');
    expect(() => readConfiguration(environment, { LIGGARE_EVENT_STORE: 'oracle' })).toThrow(InvalidConfiguration);
  });

  it('names all that is wrong at once', () => {
    const read = () => readConfiguration({ LIGGARE_HTTP_PORT: 'x', LIGGARE_LOG_LEVEL: 'x' });
    expect(read).toThrow(/LIGGARE_HTTP_PORT[^]*LIGGARE_LOG_LEVEL/);
  });

  it('cannot be changed afterwards', () => {
    const read = readConfiguration({}) as { logLevel: string; http: { port: number } };
    expect(() => (read.logLevel = 'x')).toThrow(TypeError);
    expect(() => (read.http.port = 1)).toThrow(TypeError);
  });

  it('has an address for each witness of a policy', () => {
    const LIGGARE_WITNESS_URLS = 'audit=https://audit.example/w,archive=http://archive.example';
    const { witnessing } = readConfiguration({ LIGGARE_WITNESS_URLS, LIGGARE_WITNESS_POLICY: '/etc/policy' });
    expect(witnessing).toEqual({
      policyFile: '/etc/policy',
      urls: new Map([
        ['audit', 'https://audit.example/w'],
        ['archive', 'http://archive.example'],
      ]),
    });
    expect(() => readConfiguration({ LIGGARE_WITNESS_URLS })).toThrow('LIGGARE_WITNESS_POLICY must name');
    expect(() => readConfiguration({ LIGGARE_WITNESS_URLS: 'https://audit.example' })).toThrow('LIGGARE_WITNESS_URLS');
  });

  it('is documented, every variable of it', async () => {
    const page = await readFile(join(process.cwd(), '../../docs/users/operations.md'), 'utf8').catch(() =>
      readFile(join(process.cwd(), 'docs/users/operations.md'), 'utf8'),
    );
    const documented = [...page.matchAll(/^\| `([A-Z_]+)` /gm)].map(([, name]) => name!);
    expect(documented.sort()).toEqual(environmentVariables());
  });
});
