import type { Position } from '@liggare/kernel';

/** SQL: was this row believed at the position that parameter `$1` names? */
export function asKnown(alias: string): string {
  return `${alias}.recorded_from <= $1::numeric and (${alias}.recorded_to is null or ${alias}.recorded_to > $1::numeric)`;
}

/** The value of `$1`: a position, or beyond all of them. */
export function knownAtParameter({ knownAt }: { readonly knownAt?: Position }): string {
  return knownAt === undefined ? 'Infinity' : String(knownAt);
}
