import { isDeepStrictEqual } from 'node:util';
import { leavesOf } from './leaves.js';

/** A field, and what last gave it the value it has. */
export interface Stamped<By> {
  readonly value: unknown;
  readonly by: By;
}

/**
 * Who is behind each field of a value that changes step by step: after each step, every leaf that is new or another
 * than before is stamped with it. The first step is behind all there is after it. What is gone is kept apart, with the
 * step that removed it.
 */
export class Stamps<By> {
  private fields = new Map<string, Stamped<By>>();
  private readonly removals = new Map<string, By>();

  step(value: unknown, by: By): void {
    const next = new Map<string, Stamped<By>>();
    for (const [pointer, leaf] of leavesOf(value)) {
      const before = this.fields.get(pointer);
      const same = before && isDeepStrictEqual(before.value, leaf);
      next.set(pointer, same ? before : { value: leaf, by });
      this.removals.delete(pointer);
    }
    for (const pointer of this.fields.keys()) if (!next.has(pointer)) this.removals.set(pointer, by);
    this.fields = next;
  }

  /** Every field that the value has now. */
  get current(): ReadonlyMap<string, Stamped<By>> {
    return this.fields;
  }

  /** Of what gave the field, or anything in it, its value or removed it, the one that is preferred to all others. */
  behind(pointer: string, preferred: (a: By, b: By) => boolean): By | undefined {
    let found: By | undefined;
    const look = (at: string, by: By) => {
      if (isAtOrUnder(at, pointer) && (found === undefined || preferred(by, found))) found = by;
    };
    for (const [at, { by }] of this.fields) look(at, by);
    for (const [at, by] of this.removals) look(at, by);
    return found;
  }
}

/** Is a pointer the field itself, or a field in it? */
export function isAtOrUnder(pointer: string, field: string): boolean {
  return pointer === field || pointer.startsWith(`${field}/`);
}
