import { BatchRefused, Refusal } from '@liggare/kernel';
import { lineCommandId } from '../tables/line.js';
import type { ImportWork } from './import-work.js';
import { AGGREGATES, commandOf, type StagedLine } from './line-commands.js';
import { byStream, linesOf, markDone, type StreamLines } from './staged-lines.js';

/** Streams that are written at the same time; the store makes one transaction of what arrives together. */
const AT_ONCE = 32;

/** How many events the lines of a stream made, by the first of them. */
type MadeEvents = Map<StagedLine, number>;

/** A row that the register no longer takes. */
export interface RefusedRow {
  readonly row: number;
  readonly rule: string;
}

/**
 * Records every line that is not done, stream by stream. Run again after a crash, it goes on: what was recorded but
 * not marked has the same ids as before, and is not recorded twice.
 */
export async function recordLines(work: ImportWork): Promise<RefusedRow | undefined> {
  const { database } = work.parts;
  for await (const lines of linesOf(database, work.importId)) {
    work.goOn();
    const made: MadeEvents = new Map();
    const streams = byStream(work.importId, lines);
    // Nothing refers to what its own phase makes.
    for (const phase of new Set(lines.map((line) => line.phase))) {
      const refused = await recordStreams(
        work,
        streams.filter((stream) => stream.lines[0]?.phase === phase),
        made,
      );
      if (refused) return refused;
    }
    await markDone(database, work.importId, lines, made);
  }
  return undefined;
}

async function recordStreams(
  work: ImportWork,
  streams: readonly StreamLines[],
  made: MadeEvents,
): Promise<RefusedRow | undefined> {
  for (let from = 0; from < streams.length; from += AT_ONCE) {
    const settled = await Promise.allSettled(
      streams.slice(from, from + AT_ONCE).map((one) => recordStream(work, one, made)),
    );
    const faults = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    if (faults.length > 0) throw faults[0];
    const refused = settled.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []));
    if (refused[0]) return refused.reduce((first, other) => (other.row < first.row ? other : first));
  }
  return undefined;
}

async function recordStream(
  work: ImportWork,
  { id, lines }: StreamLines,
  made: MadeEvents,
): Promise<RefusedRow | undefined> {
  const [{ category }] = lines as readonly [StagedLine];
  const commands = lines.map((line) => ({
    command: commandOf(work.importId, line),
    context: work.context(lineCommandId(work.importId, line.row, line.part)),
    expected: line.creates ? ('new' as const) : ('existing' as const),
  }));
  try {
    const { events } = await work.parts.repository.executeAll(AGGREGATES[category], id, commands);
    made.set(lines[0]!, events);
    return undefined;
  } catch (error) {
    if (!(error instanceof BatchRefused)) throw error;
    return { row: lines[error.index]!.row, rule: error.cause instanceof Refusal ? error.cause.rule : 'not-found' };
  }
}
