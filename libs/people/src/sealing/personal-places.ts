import { escapePointer } from '@liggare/evidence';
import { isPlainPersonal, type PlainPersonal } from '@liggare/kernel';

/** Where a personal value stands in an event's data. */
export interface PersonalPlace {
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
  readonly subject: string;
  readonly value: string;
}

/** All plain personal values in the data, in document order. */
export function personalPlaces(data: unknown, pointer = ''): readonly PersonalPlace[] {
  if (typeof data !== 'object' || data === null) return [];
  if (isPlainPersonal(data)) return [{ pointer, ...data._personal }];
  return Object.entries(data).flatMap(([key, value]) => personalPlaces(value, `${pointer}/${escapePointer(key)}`));
}

/** A copy of the data with each plain personal value replaced. The data itself is left alone. */
export function replacePersonal(
  data: unknown,
  replacement: (pointer: string, found: PlainPersonal) => unknown,
  pointer = '',
): unknown {
  if (typeof data !== 'object' || data === null) return data;
  if (isPlainPersonal(data)) return replacement(pointer, data);
  const replaced = (key: string, value: unknown) =>
    replacePersonal(value, replacement, `${pointer}/${escapePointer(key)}`);
  if (Array.isArray(data)) return data.map((value, index) => replaced(String(index), value));
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, replaced(key, value)]));
}

/** The value a JSON pointer leads to; undefined when it leads nowhere. */
export function atPointer(data: unknown, pointer: string): unknown {
  let current = data;
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as Record<string, unknown>)[key];
  }
  return current;
}
