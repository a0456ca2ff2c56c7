import type { DecisionPointRef } from '@liggare/kernel';

/** Drops what SQL gave as null: absent and unknown are the same here. */
export function present<T extends object>(row: T): { [K in keyof T]: Exclude<T[K], null> } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as never;
}

export function pointOf(decisionId: string | null, point: number | null): { basis?: DecisionPointRef } {
  return decisionId === null || point === null ? {} : { basis: { decisionId, point } };
}
