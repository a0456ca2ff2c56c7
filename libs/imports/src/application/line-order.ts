import type { Category, Line } from '../tables/line.js';

/** Stands in the database for the person that a row names. */
export const NIL_ID = '00000000-0000-0000-0000-000000000000';

const ORDER: Readonly<Record<Category, number>> = { party: 0, person: 1, group: 2, decision: 3, initiative: 4 };
const LAST = 5;

/** What others refer to comes first; a death comes last, so that it ends what the same file says was held. */
export function phaseOf({ category, command }: Pick<Line, 'category' | 'command'>): number {
  return command.type === 'RecordDeath' ? LAST : ORDER[category];
}
