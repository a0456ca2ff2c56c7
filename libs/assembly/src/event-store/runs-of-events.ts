import type { RecordedEvent } from '@liggare/kernel';

/** A server of default settings takes no append beyond 1 MiB; characters are counted here, of up to 3 bytes each. */
const LONGEST = 256 * 1_024;
const MOST = 500;

/** Cuts a piece of a log into pieces of one stream, in order, of which each can be one append. */
export function runsOf(events: readonly RecordedEvent[]): readonly (readonly RecordedEvent[])[] {
  const runs: RecordedEvent[][] = [];
  let size = 0;
  for (const event of events) {
    const run = runs.at(-1);
    const length = JSON.stringify(event.data).length + JSON.stringify(event.metadata).length;
    size += length;
    if (run && run[0]!.stream === event.stream && run.length < MOST && size <= LONGEST) {
      run.push(event);
    } else {
      runs.push([event]);
      size = length;
    }
  }
  return runs;
}
