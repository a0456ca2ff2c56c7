import { isCommitment } from '@liggare/kernel';

/**
 * The leaves of a JSON value by JSON pointer (RFC 6901): texts, numbers, truth values, null, commitments, and what is
 * empty.
 */
export function leavesOf(value: unknown): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  collect(value, '', found);
  return found;
}

function collect(value: unknown, pointer: string, found: Map<string, unknown>): void {
  const inner = typeof value === 'object' && value !== null && !isCommitment(value) ? Object.entries(value) : [];
  if (inner.length === 0) {
    if (value !== undefined) found.set(pointer, value);
    return;
  }
  for (const [key, item] of inner) {
    collect(item, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, found);
  }
}
