import { canonicalBytes, hashOf, leafEntry, leafOf, Malformed, parseLeaf, type LeafSource } from '@liggare/evidence';
import type { Findings } from '../verdict.js';
import { textOf } from './sums.js';

/**
 * Why a sealed value is not shown to the receiver of a bundle. `copied`: an earlier event has the same commitment, and says
 * what there is to say.
 */
export const HIDDEN_BECAUSE = ['erased', 'withheld', 'not-granted', 'copied'] as const;
export type HiddenBecause = (typeof HIDDEN_BECAUSE)[number];

/** What a bundle tells of a commitment that it does not open. `keyId`: the key it was sealed under. */
export interface Undisclosed {
  readonly why: HiddenBecause;
  readonly keyId: string;
}

/** One line of `events.jsonl`: an event, and what opens its commitments; by JSON pointer (RFC 6901). */
export interface EventLine {
  /** Number of its leaf. */
  readonly seq: number;
  readonly event: BundledEvent;
  readonly disclosures: Readonly<Record<string, string>>;
  readonly undisclosed: Readonly<Record<string, Undisclosed>>;
}

/** An event without what was sealed beside it. */
export interface BundledEvent extends LeafSource {
  readonly revision: number;
}

/** @throws Malformed not the canonical JSON of a line */
export function parseEventLine(bytes: Uint8Array): EventLine {
  const fail = (reason: string) => new Malformed('event', reason);
  let line: EventLine;
  try {
    line = JSON.parse(textOf(bytes)) as EventLine;
    if (Buffer.compare(canonicalBytes(line), bytes) !== 0) throw fail('not canonical');
  } catch (error) {
    throw error instanceof Malformed ? error : fail('not canonical JSON');
  }
  if (keysOf(line) !== 'disclosures,event,seq,undisclosed') throw fail('not the fields of a line');
  if (keysOf(line.event) !== 'data,eventId,metadata,revision,stream,type') throw fail('not the fields of an event');
  if (keysOf(line.event.metadata) === '' || 'sealed' in line.event.metadata) throw fail('not the envelope of an event');
  for (const texts of [line.disclosures, line.undisclosed])
    if (typeof texts !== 'object' || texts === null) throw fail('not an object');
  return line;
}

/** L1: the event is the one whose leaf stands in the tree at its place. */
export function checkEvent({ seq, event }: EventLine, entry: Uint8Array, log: string, findings: Findings): void {
  const where = `event ${seq}`;
  try {
    const leaf = parseLeaf(entry);
    if (hashOf(event.data) !== leaf.dataHash)
      findings.problem(1, 'tampered', where, 'its data are not those the log bound');
    else if (Buffer.compare(leafEntry(leafOf(event, log)), entry) !== 0) {
      findings.problem(1, 'tampered', where, 'it is not the event the log bound');
    } else if (!isNormalized(event.data)) findings.problem(1, 'tampered', where, 'a text is not in normal form (NFC)');
    else findings.checked(1);
  } catch (error) {
    findings.problem(1, 'tampered', where, error instanceof Malformed ? error.message : 'it has no leaf');
  }
}

function isNormalized(value: unknown): boolean {
  if (typeof value === 'string') return value.normalize('NFC') === value;
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isNormalized(key) && isNormalized(inner));
}

function keysOf(value: unknown): string {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value).sort().join() : '';
}
