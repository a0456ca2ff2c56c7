import { status } from '@grpc/grpc-js';
import { ProtocolServer } from './protocol-server.js';
import { collected, first, numbers, sampled, samples, Wired } from './testing/wired.js';

let wired: Wired;
let second: ProtocolServer;

beforeEach(async () => {
  wired = await Wired.start();
  second = await ProtocolServer.start({ replicaOf: wired.server });
});

afterEach(async () => {
  await wired[Symbol.asyncDispose]();
  await second.stop({ kill: true });
});

const both = (parameters = '') => {
  const hosts = [wired.server, second].map(({ endpoint }) => `${endpoint.host}:${endpoint.port}`).join(',');
  return wired.connect(`esdb://${hosts}?tls=false${parameters}`);
};

test('gossip tells of both, and who leads', () => {
  const states = () => wired.server.members.map(({ state, alive }) => [state, alive]);
  expect(second.members).toEqual(wired.server.members);
  expect(states()).toEqual([
    ['leader', true],
    ['follower', true],
  ]);
  second.lead();
  expect(states()).toEqual([
    ['follower', true],
    ['leader', true],
  ]);
});

test('a client finds the node it prefers', async () => {
  await both().appendToStream('s', sampled(1));
  await both('&nodePreference=follower').appendToStream('s', sampled(2));
  expect(wired.server.traffic.requests('batchAppend')).toBe(1);
  expect(second.traffic.requests('batchAppend')).toBe(1);
  expect(numbers(await collected(wired.client.readStream('s')))).toEqual([1, 2]);
});

test('a follower sends away who asks for the leader, and the client follows', async () => {
  const client = both('&nodePreference=follower');
  const append = () => client.appendToStream('s', samples(1), { requiresLeader: true });
  await expect(append()).rejects.toMatchObject({
    type: 'not-leader',
    leader: { address: 'localhost', port: wired.server.endpoint.port },
  });
  expect(await append()).toMatchObject({ success: true });
  expect(wired.server.traffic.requests('batchAppend')).toBe(1);
});

test('what one node writes the other’s subscribers see', async () => {
  const follower = wired.connect(second.connectionString);
  const events = first(3, follower.subscribeToAll());
  await wired.client.appendToStream('s', samples(2));
  expect(numbers(await events)).toEqual(['$metadata', 0, 1]);
});

test('when the leader is gone another one leads', async () => {
  const client = both();
  await client.appendToStream('s', sampled(1));
  await wired.server.stop({ kill: true });
  second.lead();
  await client.appendToStream('s', sampled(2)).catch(() => undefined);
  expect(await client.appendToStream('s', sampled(3), { expectedRevision: 'any' })).toMatchObject({ success: true });
  expect(second.traffic.answers('batchAppend')).toBeGreaterThan(0);
});

test('misbehaviour is one node’s own', async () => {
  second.misbehave.fail(status.UNAVAILABLE, 'Server Is Not Ready');
  expect(await wired.client.appendToStream('s', sampled(1))).toMatchObject({ success: true });
});
