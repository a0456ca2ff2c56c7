import { position, type CaughtUp, type RecordedEvent } from '@liggare/kernel';
import { collectBatches, writeWhileReading, type Batch } from './collect-batches.js';

const event = (n: number) => ({ position: position(n), stream: 's-1', type: 'T' }) as RecordedEvent;
const caughtUp = (n: number): CaughtUp => ({ caughtUp: true, position: position(n) });

async function* messages(...all: (RecordedEvent | CaughtUp)[]) {
  for (const message of all) yield await Promise.resolve(message);
}

describe('batches of a subscription', () => {
  it('are full, or end where the subscription has caught up', async () => {
    const found: unknown[] = [];
    const subscription = messages(event(1), event(2), event(3), caughtUp(9), caughtUp(12), event(13), event(14));
    for await (const batch of collectBatches(subscription, 2)) {
      found.push([batch.events.map((e) => Number(e.position)), Number(batch.position), batch.caughtUp]);
    }
    expect(found).toEqual([
      [[1, 2], 2, false],
      [[3], 9, true],
      [[], 12, true],
      [[13, 14], 14, false],
    ]);
  });

  it('are read while the one before is written, and no further', async () => {
    let read = 0;
    async function* source(): AsyncGenerator<Batch, void, undefined> {
      for (; read < 10;) {
        read++;
        yield await Promise.resolve({ events: [event(read)], position: position(read), caughtUp: false });
      }
    }
    const readWhenWritten: number[] = [];
    await writeWhileReading(source(), async ({ position: written }) => {
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
      readWhenWritten.push(read - Number(written));
      return 'go on';
    });
    expect(readWhenWritten).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
  });

  it('end with the failure of the reader, after what was read has been written', async () => {
    async function* source(): AsyncGenerator<Batch, void, undefined> {
      yield await Promise.resolve({ events: [event(1)], position: position(1), caughtUp: false });
      throw new Error('log gone');
    }
    const written: bigint[] = [];
    const writing = writeWhileReading(source(), ({ position: to }) => {
      written.push(to);
      return Promise.resolve('go on');
    });
    await expect(writing).rejects.toThrow('log gone');
    expect(written).toEqual([1n]);
  });
});
