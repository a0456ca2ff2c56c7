import { openLogAt } from '@liggare/assembly';
import { createTestDatabase, type TestDatabase } from '@liggare/database';
import { sampleEvents } from '@liggare/event-store-contract';
import { ProtocolServer } from '@liggare/event-store-contract/protocol-server';
import { readConfiguration, type Configuration } from '@liggare/platform';
import { EXIT } from '../exit-codes.js';
import { endOf, type Ended } from '../testing/register-processes.js';
import { RegisterPlace } from '../testing/running-register.js';

const EVENTS = 12_000;

/** Runs `npm run build` must have made the program: these are processes. */
describe('liggare store copy', () => {
  let place: RegisterPlace;
  let server: ProtocolServer;
  let second: TestDatabase;
  let environment: NodeJS.ProcessEnv;
  let configuration: Configuration;

  beforeAll(async () => {
    place = await RegisterPlace.make();
    server = await ProtocolServer.start();
    second = await createTestDatabase();
    environment = { PATH: process.env['PATH'], ...place.environment(), EVENTSTOREDB_URL: server.connectionString };
    configuration = readConfiguration(environment);
    const log = await openLogAt('postgres', configuration);
    await log.openOrigin({ name: 'log.example/killed', clock: 'system' });
    for (let n = 0; n < EVENTS; n += 100) {
      const streams = Array.from({ length: 10 }, (_, i) => `stream-${(n / 100 + i) % 50}`);
      await Promise.all(streams.map((stream, i) => log.store.append(stream, sampleEvents(10, n + 10 * i), 'any')));
    }
    await log.close();
  }, 120_000);

  afterAll(async () => {
    await place.remove();
    await second.drop();
    await server.stop();
  });

  const liggare = (words: readonly string[], killAfterMs?: number) => endOf(words, environment, killAfterMs);
  const copy = (to: string, killAfterMs?: number) =>
    liggare(['--json', 'store', 'copy', '--from', 'postgres', '--to', to], killAfterMs);
  const answerOf = ({ printed }: Ended) => JSON.parse(printed) as { events: number; copied: number; hash: string };

  async function countAt(to: string): Promise<number> {
    const log = await openLogAt(to, configuration);
    let events = 0;
    for await (const _event of log.store.readAll()) events++;
    await log.close();
    return events;
  }

  it.each(['eventstoredb', 'postgresql://'])(
    'to %s is killed again and again, and goes on after the last event that it copied',
    async (name) => {
      const to = name === 'eventstoredb' ? name : second.url;
      const first = await copy(to, 100);
      expect(first.code).toBeNull();
      const counts: number[] = [];
      // Each has a little more time than the one before, so that one of them comes to its end.
      for (let ms = 800, code: number | null = null; code === null; ms += 200) {
        ({ code } = await copy(to, ms));
        counts.push(await countAt(to));
      }
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
      expect(counts.length).toBeGreaterThan(2);
      const done = await copy(to);
      expect([done.code, done.complained]).toEqual([EXIT.ok, '']);
      expect(answerOf(done)).toMatchObject({
        events: EVENTS,
        copied: 0,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
    },
    240_000,
  );

  it('gives both copies the same hash, and tells it to people too', async () => {
    const verified = await liggare(['store', 'verify', '--from', second.url, '--to', 'eventstoredb']);
    expect(verified.code).toBe(EXIT.ok);
    expect(verified.printed).toMatch(/^12000 events are equal\nSHA-256 of both: [0-9a-f]{64}\n$/);
  }, 60_000);

  it('ends with the code that is documented', async () => {
    const foreign = await createTestDatabase();
    const log = await openLogAt(foreign.url, configuration);
    await log.store.append('foreign-x', sampleEvents(1), 'any');
    await log.close();
    const refused = await copy(foreign.url);
    expect([refused.code, refused.printed]).toEqual([EXIT.refused, '']);
    expect(refused.complained).toMatch(/^liggare: the copy is not a copy: event 1, /);
    await foreign.drop();

    const empty = await createTestDatabase();
    expect((await liggare(['store', 'copy', '--from', empty.url, '--to', 'eventstoredb'])).code).toBe(EXIT.notFound);
    await empty.drop();

    expect((await copy('oracle')).code).toBe(EXIT.usage);
    expect((await liggare(['store', 'copy', '--from', 'postgres'])).code).toBe(EXIT.usage);
  }, 60_000);

  it('never prints an address, which may hold a password', async () => {
    const gone = 'esdb://admin:hunter2@127.0.0.1:1?tls=false&maxDiscoverAttempts=1';
    const failed = await endOf(['store', 'verify', '--from', 'postgres', '--to', gone], environment);
    expect(failed.code).toBe(EXIT.unavailable);
    expect(failed.complained + failed.printed).not.toContain('hunter2');
  }, 120_000);

  it('is refused by a register whose read models are of the other log, with the command that helps', async () => {
    const words = ['projections', 'list', '--event-store'];
    expect((await liggare([...words, 'postgres'])).code).toBe(EXIT.ok);
    const refused = await liggare([...words, 'eventstoredb']);
    expect(refused.code).toBe(EXIT.refused);
    expect(refused.complained).toContain('liggare projections rebuild --all');
    expect((await liggare([...words, 'oracle'])).code).toBe(EXIT.usage);
  }, 60_000);

  it('is followed by a register that builds its read models anew, and leaves the old log behind', async () => {
    const rebuild = (...words: string[]) => liggare(['--json', 'projections', 'rebuild', ...words]);
    const order = ['--by', 'operator', '--reason', 'moved', '--event-store', 'eventstoredb'];
    expect((await rebuild(...order)).code).toBe(EXIT.usage);
    expect((await rebuild('composition', '--all', ...order)).code).toBe(EXIT.usage);
    const built = await rebuild('--all', ...order);
    expect([built.code, built.complained]).toEqual([EXIT.ok, '']);
    const copies = JSON.parse(built.printed) as { projection: string; state: string }[];
    expect(copies.length).toBeGreaterThan(5);
    expect(copies.every(({ state }) => state === 'active')).toBe(true);
    const list = ['--json', 'projections', 'list', '--event-store'];
    expect((await liggare([...list, 'eventstoredb'])).code).toBe(EXIT.ok);
    expect((await liggare([...list, 'postgres'])).code).toBe(EXIT.refused);
    // What was done to the read models is in the new log, and in no other.
    const verified = await liggare(['store', 'verify', '--from', 'postgres', '--to', 'eventstoredb']);
    expect([verified.code, verified.complained]).toEqual([EXIT.refused, expect.stringMatching(/more than the 12000/)]);
  }, 120_000);
});
