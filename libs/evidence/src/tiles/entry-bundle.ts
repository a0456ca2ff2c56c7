import { Malformed } from '../note/malformed.js';

/** C2SP tlog-tiles: an entry's length is a big-endian uint16. */
export const MAX_ENTRY_BYTES = 65_535;

/** @throws RangeError an entry is too long */
export function formatEntries(entries: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(
    entries.flatMap((entry) => {
      if (entry.length > MAX_ENTRY_BYTES) throw new RangeError(`an entry has at most ${MAX_ENTRY_BYTES} bytes`);
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}

/** @throws Malformed */
export function parseEntries(bundle: Uint8Array): Uint8Array[] {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bundle.length;) {
    if (at + 2 > bundle.length) throw new Malformed('entry bundle', 'it ends in a length');
    const end = at + 2 + (bundle[at]! << 8) + bundle[at + 1]!;
    if (end > bundle.length) throw new Malformed('entry bundle', 'it ends in an entry');
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries;
}
