import type { CivilDate, DecisionPointRef, Position } from '@liggare/kernel';

/** A day, and what was known: everything recorded up to a position of the log, or everything there is. */
export interface AsOfMoment {
  readonly validAt: CivilDate;
  readonly knownAt?: Position;
}

/** The SQL parameter for what was known: a position, or one beyond all of them. */
export function known({ knownAt }: Pick<AsOfMoment, 'knownAt'>): string {
  return knownAt === undefined ? 'Infinity' : String(knownAt);
}

/** SQL: was this row believed then? An open row counts as known at every later position. */
export function believed(alias: string, parameter: string): string {
  return `${alias}.recorded_from <= ${parameter}::numeric and (${alias}.recorded_to is null or ${alias}.recorded_to > ${parameter}::numeric)`;
}

/** Drops what SQL gave as null: absent and unknown are the same here. */
export function present<T extends object>(row: T): { [K in keyof T]: Exclude<T[K], null> } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as never;
}

export function pointOf(decisionId: string | null, point: number | null): { basis?: DecisionPointRef } {
  return decisionId === null || point === null ? {} : { basis: { decisionId, point } };
}
