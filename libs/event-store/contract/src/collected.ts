import { isCaughtUp, type CaughtUp, type EventStore, type RecordedEvent, type SubscribeOptions } from '@liggare/kernel';

export async function collected<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of source) all.push(item);
  return all;
}

/** What a subscription delivers until `enough` says so; it is aborted then and must end by itself. */
export async function delivered(
  store: EventStore,
  options: Omit<SubscribeOptions, 'signal'>,
  enough: (message: RecordedEvent | CaughtUp, events: readonly RecordedEvent[]) => boolean,
): Promise<RecordedEvent[]> {
  const controller = new AbortController();
  const events: RecordedEvent[] = [];
  for await (const message of store.subscribe({ ...options, signal: controller.signal })) {
    if (!isCaughtUp(message)) events.push(message);
    if (enough(message, events)) controller.abort();
  }
  return events;
}

/** Events by their places, to read in a failure: `stream@revision`. */
export function places(events: readonly (RecordedEvent | CaughtUp)[]): string[] {
  return events.map((event) => (isCaughtUp(event) ? 'caught up' : `${event.stream}@${event.revision}`));
}

export function isIncreasing(values: readonly bigint[]): boolean {
  return values.every((value, i) => i === 0 || value > values[i - 1]!);
}
