import { canonicalBytes, NotAuthentic, unseal } from '@liggare/evidence';
import type { RecordedEvent } from '@liggare/kernel';
import { subjectOfKey } from '@liggare/people';
import { commitmentsIn, type EventLine, type Undisclosed } from '@liggare/verifier';
import type { BundleSource } from './bundle-source.js';

const LINE_FEED = Uint8Array.of(10);
/** Events whose keys are asked for together, and lines that are written together. */
const AT_ONCE = 500;

/**
 * The first `size` events of the log as lines of `events.jsonl`.
 * @param seen is told each event once
 */
export async function* eventLines(
  source: BundleSource,
  size: number,
  disclose: boolean,
  seen: (event: RecordedEvent, seq: number) => void,
): AsyncGenerator<Uint8Array> {
  let seq = 0;
  let page: RecordedEvent[] = [];
  const lines = async () => {
    const kids = kidsOf(page);
    const keys = await source.keys.forReading(kids);
    const withheld = await source.protection.among([...new Set(kids.map(subjectOfKey))]);
    const shown = { keys, withheld, ...(disclose ? { log: source.logName } : {}) };
    const written = page.map((event, n) => {
      seen(event, seq + n);
      return Buffer.concat([canonicalBytes(lineOf(event, seq + n, shown)), LINE_FEED]);
    });
    seq += page.length;
    page = [];
    return Buffer.concat(written);
  };
  for await (const event of source.store.readAll()) {
    if (seq + page.length === size) break;
    page.push(event);
    if (page.length === AT_ONCE) yield await lines();
  }
  if (page.length > 0) yield await lines();
  if (seq !== size) throw new Error(`the log has ${seq} events, and its signed tree ${size} leaves`);
}

interface MayBeShown {
  readonly keys: ReadonlyMap<string, Uint8Array | 'erased'>;
  /** Protected identities. */
  readonly withheld: ReadonlySet<string>;
  /** Name of the log, when texts are to be shown. */
  readonly log?: string;
}

function lineOf(
  { eventId, type, stream, revision, data, metadata }: RecordedEvent,
  seq: number,
  { keys, withheld, log }: MayBeShown,
): EventLine {
  const { sealed = {}, ...open } = metadata;
  const disclosures: Record<string, string> = {};
  const undisclosed: Record<string, Undisclosed> = {};
  for (const [pointer] of commitmentsIn(data)) {
    const value = sealed[pointer];
    const key = value && keys.get(value.kid);
    const keyId = value?.kid ?? 'none';
    // Sealed where it was written first; a correction that keeps the former text holds a copy of the commitment.
    if (!value) undisclosed[pointer] = { why: 'copied', keyId };
    // A ciphertext whose key is gone without trace is not called anything else: the verifier asks who decided it.
    else if (key === undefined || key === 'erased') undisclosed[pointer] = { why: 'erased', keyId };
    else if (withheld.has(subjectOfKey(keyId))) undisclosed[pointer] = { why: 'withheld', keyId };
    else if (log === undefined) undisclosed[pointer] = { why: 'not-granted', keyId };
    else {
      const disclosure = opened(value, key, { event: eventId, log, ptr: pointer });
      if (disclosure === undefined) undisclosed[pointer] = { why: 'erased', keyId };
      else disclosures[pointer] = disclosure;
    }
  }
  const event = { eventId, type, stream, revision: Number(revision), data, metadata: open };
  return { seq, event, disclosures, undisclosed };
}

function opened(...[sealed, key, place]: Parameters<typeof unseal>): string | undefined {
  try {
    return unseal(sealed, key, place);
  } catch (error) {
    if (error instanceof NotAuthentic) return undefined;
    throw error;
  }
}

function kidsOf(events: readonly RecordedEvent[]): readonly string[] {
  return [...new Set(events.flatMap(({ metadata }) => Object.values(metadata.sealed ?? {}).map(({ kid }) => kid)))];
}
