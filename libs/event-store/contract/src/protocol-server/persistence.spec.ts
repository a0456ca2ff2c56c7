import type { EventStoreDBClient } from '@eventstore/db-client';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { collected, numbers, sampled, samples, Wired } from './testing/wired.js';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'protocol-server-'));
});

afterEach(() => rm(directory, { recursive: true }));

const file = () => join(directory, 'protocol-server.log');

/** What clients have in the log; the server's own was there before. */
async function held(client: EventStoreDBClient): Promise<unknown[]> {
  const events = await collected(client.readAll());
  return events.flatMap(({ event }) => (event === undefined || event.streamId.startsWith('$$$stats') ? [] : [event]));
}

async function contents(): Promise<unknown[]> {
  await using wired = await Wired.start({ directory });
  return await held(wired.client);
}

async function written(): Promise<unknown[]> {
  await using wired = await Wired.start({ directory });
  const { client } = wired;
  await client.appendToStream('s', samples(3));
  await client.setStreamMetadata('s', { maxCount: 2 });
  await client.appendToStream('å', sampled(4));
  await client.tombstoneStream('å');
  await client.appendToStream('gone', sampled(5));
  await client.deleteStream('gone');
  return await held(client);
}

test('a server in the same directory goes on with the same log, and with all its rules', async () => {
  const before = await written();
  expect(before).toHaveLength(8);
  expect(await contents()).toEqual(before);
  await using wired = await Wired.start({ directory });
  expect(numbers(await collected(wired.client.readStream('s')))).toEqual([1, 2]);
  await expect(collected(wired.client.readStream('å'))).rejects.toMatchObject({ type: 'stream-deleted' });
  await expect(collected(wired.client.readStream('gone'))).rejects.toMatchObject({ type: 'stream-not-found' });
  expect(await wired.client.appendToStream('gone', sampled(6))).toMatchObject({ nextExpectedRevision: 1n });
});

test('a restart reads the file again', async () => {
  await using wired = await Wired.start({ directory });
  await wired.client.appendToStream('s', samples(2));
  const { log } = wired.server;
  await wired.server.restart();
  expect(wired.server.log).not.toBe(log);
  expect(numbers(await collected(wired.anotherClient().readStream('s')))).toEqual([0, 1]);
});

test('an append of which only a part was written is gone altogether', async () => {
  const before = await written();
  const { length } = await readFile(file());
  {
    await using wired = await Wired.start({ directory });
    await wired.client.appendToStream('s', samples(2), { expectedRevision: 2n });
  }
  const bytes = await readFile(file());
  for (const torn of [1, 2, 7, 9, 100, 300]) {
    await writeFile(file(), bytes.subarray(0, bytes.length - torn));
    expect(await contents()).toEqual(before);
  }
  for (const rubbish of [Buffer.from([1, 2, 3]), Buffer.alloc(100), bytes.subarray(length + 1)]) {
    await writeFile(file(), Buffer.concat([bytes.subarray(0, length), rubbish]));
    expect(await contents()).toEqual(before);
  }
});

describe('as a process of its own', () => {
  let process: ChildProcess | undefined;

  afterEach(() => process?.kill('SIGKILL'));

  async function start(): Promise<string> {
    const main = fileURLToPath(new URL('../../dist/protocol-server/main.js', import.meta.url));
    process = fork(main, ['--directory', directory], { silent: true });
    const [message] = (await once(process, 'message')) as [{ connectionString: string }];
    return message.connectionString;
  }

  test('killed in the middle of appending, it has everything it acknowledged', async () => {
    await using wired = await Wired.start();
    const client = wired.connect(await start());
    const acknowledged: number[] = [];
    const appending = (async () => {
      for (let n = 0; ; n += 1) {
        await client.appendToStream('s', sampled(n));
        acknowledged.push(n);
        if (n === 50) process?.kill('SIGKILL');
      }
    })();
    await expect(appending).rejects.toThrow();
    const again = numbers(await collected(wired.connect(await start()).readStream('s')));
    expect(again.slice(0, acknowledged.length)).toEqual(acknowledged);
    expect(acknowledged.length).toBeGreaterThan(50);
    expect(again.length - acknowledged.length).toBeLessThanOrEqual(1);
  });

  test('says that it is a test double, and ends when it is asked to', async () => {
    const started = start();
    const [said] = (await once(process!.stdout!, 'data')) as [Buffer];
    expect(said.toString()).toContain('test double');
    await started;
    process!.kill('SIGTERM');
    process!.disconnect();
    expect(await once(process!, 'exit')).toEqual([0, null]);
  });
});
