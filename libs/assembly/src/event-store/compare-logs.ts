import { Refusal, START, type EventStore, type Position, type RecordedEvent } from '@liggare/kernel';
import { LogChain } from './log-chain.js';

/** Called now and then while a log is read: how many events, and which part of the log that is. */
export type LogProgress = (events: number, part: number) => void;

/** What two logs have in common: all of the second, which may be shorter. */
export interface CommonBeginning {
  readonly chain: LogChain;
  /** The last position of the second. */
  readonly last: Position;
  /** The rest of the first. */
  readonly rest: AsyncIterator<RecordedEvent>;
}

/**
 * Reads both from the beginning, each by itself, and compares their hashes at every event.
 * @throws Refusal `logs-differ` the second has another event somewhere; `log-has-more` it goes on after the first's end
 */
export async function commonBeginning(
  first: EventStore,
  second: EventStore,
  onProgress: LogProgress = () => undefined,
): Promise<CommonBeginning> {
  const end = await second.head();
  const rest = first.readAll()[Symbol.asyncIterator]();
  const [chain, copied] = [new LogChain(), new LogChain()];
  let last = START;
  for await (const event of second.readAll()) {
    const original = await rest.next();
    if (original.done)
      throw new Refusal('log-has-more', `the copy has more than the ${chain.events} events of the log`);
    chain.add(original.value);
    copied.add(event);
    if (!chain.equals(copied)) {
      await rest.return?.();
      const { stream, revision } = original.value;
      const place = `event ${chain.events}, revision ${revision} of ${stream},`;
      throw new Refusal('logs-differ', `the copy is not a copy: ${place} is another, or elsewhere, or has changed`);
    }
    last = event.position;
    if (chain.events % 1_000 === 0) onProgress(chain.events, Number(last) / Number(end));
  }
  return { chain, last, rest };
}

/**
 * Compares two logs to the end: counts, ids, streams, revisions, types, contents, order.
 * @returns the hash of both
 * @throws Refusal `logs-differ`, `log-has-more`, `log-has-less`
 */
export async function compareLogs(
  first: EventStore,
  second: EventStore,
  onProgress: LogProgress = () => undefined,
): Promise<LogChain> {
  const { chain, rest } = await commonBeginning(first, second, onProgress);
  const more = await rest.next();
  await rest.return?.();
  if (!more.done) throw new Refusal('log-has-less', `the copy ends after ${chain.events} events, the log goes on`);
  return chain;
}
