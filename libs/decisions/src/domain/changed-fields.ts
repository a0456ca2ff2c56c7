/** The fields of `next` that say something else than `current`; what is absent in `next` says nothing. */
export function changedFields<T extends object>(current: object, next: T): Partial<T> {
  const known = new Map(Object.entries(current));
  return Object.fromEntries(
    Object.entries(next).filter(([name, value]) => value !== undefined && !sameJson(known.get(name), value)),
  ) as Partial<T>;
}

/** What `current` said of the fields that changed; what it did not know is left out. */
export function formerFields<T extends object>(current: object, changed: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(current).filter(([name, value]) => name in changed && value !== undefined),
  ) as Partial<T>;
}

/** All of it but these fields. */
export function withoutFields<T extends object, Name extends keyof T & string>(
  value: T,
  names: readonly Name[],
): Omit<T, Name> {
  const gone = new Set<string>(names);
  return Object.fromEntries(Object.entries(value).filter(([name]) => !gone.has(name))) as Omit<T, Name>;
}

function sameJson(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b)) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => sameJson(a[name], b[name]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
