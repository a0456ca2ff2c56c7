import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sampleEvents } from '@liggare/event-store-contract';
import { ProtocolServer } from '@liggare/event-store-contract/protocol-server';
import { isCaughtUp } from '@liggare/kernel';
import { OpenStores } from './testing/open-stores.js';

const EVENTS = 200_000;
const PAGE = 100;
const MIB = 1024 * 1024;
/** Two pages, and what gRPC and the sockets hold on both sides. */
const AHEAD = 2 * PAGE + 2_000;

describe('a slow reader of 200,000 events', () => {
  it('neither fetches what it does not read nor grows', async () => {
    await using stores = new OpenStores(await ProtocolServer.start());
    for (let n = 0; n < EVENTS; n += 1_000) stores.server.log.append(`s-${n % 9_000}`, 'any', proposed(1_000));
    const store = stores.open({ pageSize: PAGE });
    const { traffic } = stores.server;
    const controller = new AbortController();
    const before = heapUsed();
    let [seen, ahead, grown] = [0, 0, 0];
    for await (const message of store.subscribe({ signal: controller.signal })) {
      if (isCaughtUp(message)) break;
      seen++;
      if (seen % 70_000 !== 1) continue;
      await sleep(300);
      ahead = Math.max(ahead, traffic.answers('subscribe') - seen);
      grown = Math.max(grown, heapUsed() - before);
    }
    expect(seen).toBe(EVENTS);
    expect(ahead).toBeLessThan(AHEAD);
    expect(grown).toBeLessThan(32 * MIB);
  }, 180_000);
});

/** As an append over the wire would have them; that is not what is tried here, and takes longer. */
function proposed(count: number) {
  return sampleEvents(count).map(({ eventId, type, data, metadata }) => ({
    id: eventId,
    type,
    isJson: true,
    data: Buffer.from(JSON.stringify(data)),
    metadata: Buffer.from(JSON.stringify(metadata)),
  }));
}

/** What is really in use: garbage is collected first. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
