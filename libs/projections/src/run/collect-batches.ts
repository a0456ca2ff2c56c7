import { isCaughtUp, type CaughtUp, type Position, type RecordedEvent } from '@liggare/kernel';

/** Some events in order, and the position up to which there are no others that were asked for. */
export interface Batch {
  readonly events: readonly RecordedEvent[];
  readonly position: Position;
  /** Was this the end of the log when it was read? */
  readonly caughtUp: boolean;
}

/** Cuts a subscription into batches: `size` events, or fewer where the subscription has caught up. */
export async function* collectBatches(
  subscription: AsyncIterable<RecordedEvent | CaughtUp>,
  size: number,
): AsyncGenerator<Batch, void, undefined> {
  let events: RecordedEvent[] = [];
  for await (const message of subscription) {
    const caughtUp = isCaughtUp(message);
    if (!caughtUp && events.push(message) < size) continue;
    yield { events, position: message.position, caughtUp };
    events = [];
  }
}

/**
 * Gives the batches to `write` one after the other, reading the next while one is written: at most two are held.
 * Ends when the batches end, or when `write` says `stop`.
 */
export async function writeWhileReading(
  batches: AsyncGenerator<Batch, void, undefined>,
  write: (batch: Batch) => Promise<'go on' | 'stop'>,
): Promise<void> {
  let reading = batches.next();
  for (;;) {
    const { value: batch, done } = await reading;
    if (done === true || !batch) return;
    reading = batches.next();
    // It may fail before it is waited for; whoever waits for it then still gets the error.
    reading.catch(() => undefined);
    if ((await write(batch)) === 'stop') return;
  }
}
