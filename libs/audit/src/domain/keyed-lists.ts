import { isCommitment } from '@liggare/kernel';

const WAS_LIST = Symbol('was a list');

/**
 * A value with objects in place of lists, so that two of them can be compared: things with ids are told by id, so that
 * what is removed from the middle does not look as if all after it had changed; other items by place.
 */
export function keyedLists(value: unknown): unknown {
  if (!isContainer(value)) return value;
  if (!Array.isArray(value)) return mapped(Object.entries(value), keyedLists);
  const items = value as readonly unknown[];
  const ids = items.map(idOf);
  const byId = ids.every((id) => id !== undefined) && new Set(ids).size === ids.length;
  const keyed = mapped(
    items.map((item, i) => [byId ? ids[i]! : String(i), item] as const),
    keyedLists,
  );
  Object.defineProperty(keyed, WAS_LIST, { value: true });
  return keyed;
}

/** The other way: `listsAgain(keyedLists(value))` equals `value`, but for the order of ids that are numbers. */
export function listsAgain(value: unknown): unknown {
  if (!isContainer(value)) return value;
  const restored = mapped(Object.entries(value), listsAgain);
  return WAS_LIST in value ? Object.values(restored) : restored;
}

function mapped(entries: readonly (readonly [string, unknown])[], map: (item: unknown) => unknown): object {
  return Object.fromEntries(entries.map(([key, item]) => [key, map(item)]));
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !isCommitment(value);
}

/** The first field, if it is an id: things name themselves before they name others. */
function idOf(item: unknown): string | undefined {
  const [key, id] = (isContainer(item) && !Array.isArray(item) ? Object.entries(item)[0] : undefined) ?? [];
  return key !== undefined && /^id$|Id$|^seat$|^number$|^version$/.test(key) ? String(id) : undefined;
}
