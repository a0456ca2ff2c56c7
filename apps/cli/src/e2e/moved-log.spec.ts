import { copyLog, openLogAt, openRegister, rebuildReadModels } from '@liggare/assembly';
import { connect } from '@liggare/database';
import { parseCheckpoint, parseNote, rootOf, type Checkpoint } from '@liggare/evidence';
import { ProtocolServer } from '@liggare/event-store-contract/protocol-server';
import { DemoClock, freshId, position } from '@liggare/kernel';
import type { Configuration } from '@liggare/platform';
import { ReadModelsOfAnotherLog, type Order } from '@liggare/projections';
import { subtreeHash } from '@liggare/transparency';
import { addressesOf, entitiesOf, KINDS } from '../testing/every-address.js';
import { fillWithDemo } from '../testing/running-demo.js';
import { RegisterPlace, startRegister, type RunningRegister } from '../testing/running-register.js';

const clock = new DemoClock();

/** What everybody can see of the register, without positions. */
async function answers(running: RunningRegister): Promise<Readonly<Record<string, unknown>>> {
  const entities = await entitiesOf(running);
  const paths = [
    ...Object.keys(KINDS).map((collection) => `/v1/${collection}/{id}`),
    '/v1/groups/{id}/composition',
    '/v1/persons/{id}/assignments',
  ];
  const found: Record<string, unknown> = {};
  for (const path of paths) {
    for (const address of addressesOf(path, entities, [])) {
      const asked = `${address}?validAt=2025-11-15&knownAt=2025-12-01T12:00:00Z`;
      const body = (await (await running.get(asked)).json()) as { knownAt?: unknown };
      found[asked] = JSON.parse(JSON.stringify({ ...body, knownAt: undefined }), (key, value: unknown) =>
        /^(recorded|known|traceId|instance)/.test(key) ? undefined : value,
      );
    }
  }
  return found;
}

/** The newest checkpoint that anybody can get. */
async function checkpoint({ url }: RunningRegister): Promise<Checkpoint> {
  return parseCheckpoint(parseNote(await (await fetch(`${url}/evidence/checkpoint`)).text()).text);
}

/** A command can be proven, in a tree that begins with all that was signed before the log was moved. */
async function expectEvidenceGoesOn(running: RunningRegister, signed: Checkpoint, made: Response): Promise<void> {
  expect(made.headers.get('liggare-receipt')).toBe(`/v1/evidence/receipts/${made.headers.get('liggare-position')}`);
  expect((await checkpoint(running)).size).toBeGreaterThan(signed.size);
  const root = await rootOf(signed.size, (level, index) => subtreeHash(running.register.database, level, index));
  expect(Buffer.from(root)).toEqual(Buffer.from(signed.root));
}

/** Opens what is there, beside any read models, builds them anew, and closes again. */
async function rebuild(configuration: Configuration, options = { force: false }): Promise<number> {
  const register = await openRegister(configuration, { clock, readModelsOfAnyLog: true });
  try {
    return (await rebuildReadModels(register, () => order(), options)).length;
  } finally {
    await register.close();
  }
}

function order(): Order {
  const commandId = freshId();
  const actor = { id: 'operator', role: 'admin' } as const;
  return { context: { commandId, correlationId: commandId, actor, now: clock.now() }, reason: 'the log was moved' };
}

describe('a register whose log is moved to EventStoreDB and back', () => {
  let place: RegisterPlace;
  let server: ProtocolServer;
  let onPostgres: Configuration;
  let onEventStoreDb: Configuration;
  let before: Readonly<Record<string, unknown>>;
  let signed: Checkpoint;

  beforeAll(async () => {
    place = await RegisterPlace.make();
    server = await ProtocolServer.start();
    onPostgres = place.configuration();
    onEventStoreDb = place.configuration(server.connectionString);
    const running = await startRegister(onPostgres, clock);
    await fillWithDemo(running, clock);
    before = await answers(running);
    signed = await checkpoint(running);
    await running.stop();
  }, 180_000);

  afterAll(async () => {
    await place.remove();
    await server.stop();
  });

  async function copy(from: string, to: string) {
    const [source, target] = [await openLogAt(from, onEventStoreDb), await openLogAt(to, onEventStoreDb)];
    const copied = await copyLog(source, target);
    await source.close();
    await target.close();
    return copied;
  }

  /** In which logs the policy has a place, and behind how many events it is in each. */
  async function policyPlaces() {
    const database = connect(place.database.url, { max: 1 });
    const { rows } = await database.query<{ store: string; position: string }>(
      `select l.store, p.position::text from projections.policy_checkpoint p join projections.log l on l.id = p.log_id
        order by 1`,
    );
    await database.end();
    const places = await Promise.all(
      rows.map(async ({ store, position: at }) => {
        const log = await openLogAt(store, onEventStoreDb);
        let events = 0;
        for await (const event of log.store.readAll()) if (event.position <= position(at)) events++;
        await log.close();
        return events;
      }),
    );
    return { stores: [...new Set(rows.map(({ store }) => store))], places: new Set(places).size };
  }

  /** Everything but what was done to read models. */
  async function recorded({ register }: RunningRegister): Promise<readonly string[]> {
    const types: string[] = [];
    for await (const { stream, type } of register.store.readAll())
      if (!stream.startsWith('projection-')) types.push(type);
    return types;
  }

  it('does not start on a log that its read models are not of, nor lets them be built from a stranger’s', async () => {
    await expect(openRegister(onEventStoreDb, { clock })).rejects.toBeInstanceOf(ReadModelsOfAnotherLog);
    const untouched = await openLogAt('eventstoredb', onEventStoreDb);
    expect(await untouched.readOrigin()).toBeUndefined();
    await untouched.close();
    await expect(rebuild(onEventStoreDb)).rejects.toMatchObject({ rule: 'not-moved' });
    const { events, copied } = await copy('postgres', 'eventstoredb');
    expect([copied, events > 300]).toEqual([events, true]);
    await expect(openRegister(onEventStoreDb, { clock })).rejects.toBeInstanceOf(ReadModelsOfAnotherLog);
  }, 60_000);

  it('answers on EventStoreDB what it answered on PostgreSQL, and policies do nothing twice', async () => {
    expect(await rebuild(onEventStoreDb)).toBeGreaterThan(5);
    expect(await policyPlaces()).toEqual({ stores: ['eventstoredb', 'postgres'], places: 1 });
    const running = await startRegister(onEventStoreDb, clock);
    try {
      const head = await running.register.store.head();
      expect(head).toBeGreaterThan(position(2n ** 64n));
      expect(await running.register.readModels.waitFor(head, 30_000)).toBe(true);
      expect(await answers(running)).toEqual(before);
      const types = await recorded(running);
      const made = await running.post('/v1/parties', { name: 'Flyttpartiet' });
      expect([made.status, made.headers.get('liggare-read-models')]).toEqual([201, 'current']);
      expect(await recorded(running)).toEqual([...types, 'PartyRegistered']);
      await expectEvidenceGoesOn(running, signed, made);
      signed = await checkpoint(running);
    } finally {
      await running.stop();
    }
    await expect(openRegister(onPostgres, { clock })).rejects.toBeInstanceOf(ReadModelsOfAnotherLog);
  }, 180_000);

  it('goes back: the old log is the beginning of the new one', async () => {
    const { copied } = await copy('eventstoredb', 'postgres');
    expect(copied).toBeGreaterThan(1);
    await rebuild(onPostgres);
    const running = await startRegister(onPostgres, clock);
    try {
      expect(await running.register.readModels.waitFor(await running.register.store.head(), 30_000)).toBe(true);
      expect(await answers(running)).toMatchObject(before);
      const list = (await (await running.get('/v1/parties?limit=200')).json()) as { items: { name: string }[] };
      expect(list.items.map(({ name }) => name)).toContain('Flyttpartiet');
      expect(JSON.stringify(await (await running.get('/v1/persons?limit=200')).json())).toContain('Exempelsson');
      const made = await running.post('/v1/parties', { name: 'Återkomstpartiet' });
      await expectEvidenceGoesOn(running, signed, made);
    } finally {
      await running.stop();
    }
  }, 180_000);
});
