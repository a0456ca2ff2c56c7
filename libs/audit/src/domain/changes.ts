import { isCommitment } from '@liggare/kernel';
import { isDeepStrictEqual } from 'node:util';

/** One field that an event changed. `from` absent: it was not there before; `to` absent: it is gone. */
export interface Change {
  /** JSON pointer (RFC 6901) into the state. */
  readonly pointer: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

/**
 * The field-by-field difference between two JSON values: the smallest fields that differ. Lists are compared by place,
 * so that an added item is one change. A commitment is one value, not a field to look into.
 */
export function changesBetween(from: unknown, to: unknown, pointer = ''): readonly Change[] {
  if (isDeepStrictEqual(from, to)) return [];
  if (!isContainer(from) || !isContainer(to) || Array.isArray(from) !== Array.isArray(to)) {
    return [{ pointer, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
  }
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return keys.flatMap((key) => changesBetween(own(from, key), own(to, key), `${pointer}/${escape(key)}`));
}

/** Applies changes to a copy: `applyChanges(from, changesBetween(from, to))` equals `to`. */
export function applyChanges(value: unknown, changes: readonly Change[]): unknown {
  let root = structuredClone(value);
  const removed: { readonly parent: Container; readonly key: string }[] = [];
  for (const change of changes) {
    const path = change.pointer.split('/').slice(1).map(unescape);
    const key = path.pop();
    if (key === undefined) {
      root = structuredClone(change.to);
      continue;
    }
    const parent = path.reduce<unknown>((at, step) => own(at as Container, step), root) as Container;
    if ('to' in change) define(parent, key, structuredClone(change.to));
    else removed.push({ parent, key });
  }
  // From the end, so that the places of a list stay right.
  for (const { parent, key } of removed.reverse()) {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else Reflect.deleteProperty(parent, key);
  }
  return root;
}

type Container = Record<string, unknown>;

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null && !isCommitment(value);
}

/** The value's own field: every object also answers to `constructor` and the like. */
function own(container: Container, key: string): unknown {
  return Object.hasOwn(container, key) ? container[key] : undefined;
}

/** Assigning to `__proto__` would not make a field. */
function define(container: Container, key: string, value: unknown): void {
  Object.defineProperty(container, key, { value, writable: true, enumerable: true, configurable: true });
}

function escape(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescape(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
