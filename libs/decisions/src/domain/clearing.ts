import { Refusal } from '@liggare/kernel';

/** @throws Refusal `set-and-cleared` for a correction that says of one field both what it is and that it is not known */
export function checkSetOrCleared(set: object, clears: readonly string[]): void {
  const both = clears.findIndex((name) => name in set);
  if (both !== -1) throw new Refusal('set-and-cleared', 'a field cannot be both set and cleared', `/clears/${both}`);
}
