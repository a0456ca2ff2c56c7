import type { CivilDate, Position } from '@liggare/kernel';

/** What was known: everything recorded up to a position of the log, or everything there is. */
export interface Known {
  readonly knownAt?: Position;
}

/** A day, and what was known of it. */
export interface Moment extends Known {
  readonly validAt: CivilDate;
}

/**
 * SQL: was this row believed at the position that the parameter names? An open row counts as known at every later one.
 * @param parameter where {@link knownAtParameter} stands among the statement's values
 */
export function asKnown(alias: string, parameter = '$1'): string {
  return `${alias}.recorded_from <= ${parameter}::numeric and (${alias}.recorded_to is null or ${alias}.recorded_to > ${parameter}::numeric)`;
}

/** The value of the parameter: a position, or beyond all of them. */
export function knownAtParameter({ knownAt }: Known): string {
  return knownAt === undefined ? 'Infinity' : String(knownAt);
}
