import { EventStoreDBClient, jsonEvent, type EventData } from '@eventstore/db-client';
import { freshId } from '@liggare/kernel';
import { ProtocolServer } from './protocol-server.js';

function sample(n: number, id = freshId()): EventData {
  return jsonEvent({ id, type: 'Sampled', data: { n } });
}

async function all<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

let server: ProtocolServer;
let client: EventStoreDBClient;

beforeEach(async () => {
  server = await ProtocolServer.start();
  client = EventStoreDBClient.connectionString(server.connectionString);
});

afterEach(async () => {
  await server.stop();
  await client.dispose();
});

test('what was appended is read in both directions', async () => {
  const result = await client.appendToStream('s', [sample(1), sample(2), sample(3)], { expectedRevision: 'no_stream' });
  expect(result.nextExpectedRevision).toBe(2n);
  const forwards = await all(client.readStream('s'));
  expect(forwards.map((e) => e.event?.data)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  const backwards = await all(client.readStream('s', { direction: 'backwards', fromRevision: 'end', maxCount: 2 }));
  expect(backwards.map((e) => e.event?.revision)).toEqual([2n, 1n]);
  const everything = await all(client.readAll());
  expect(everything.map((e) => e.event?.data)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  const back = await all(client.readAll({ direction: 'backwards', fromPosition: 'end' }));
  expect(back.map((e) => e.event?.data)).toEqual([{ n: 3 }, { n: 2 }, { n: 1 }]);
});

test('subscription', async () => {
  await client.appendToStream('s', [sample(1), sample(2), sample(3)]);
  const sub = client.subscribeToAll();
  const seen: unknown[] = [];
  for await (const e of sub) {
    seen.push(e.event?.data);
    if (seen.length === 3) await client.appendToStream('s', [sample(4)]);
    if (seen.length === 4) break;
  }
  expect(seen).toHaveLength(4);
});

test('a wrong expected revision', async () => {
  await client.appendToStream('s', [sample(1)]);
  await expect(client.appendToStream('s', [sample(1)], { expectedRevision: 5n })).rejects.toMatchObject({
    type: 'wrong-expected-version',
    actualVersion: 0n,
    expectedVersion: 5n,
  });
});
