import { asKnown, type Moment } from '@liggare/projections';
import type { View } from '../domain/views.js';

/** A day, what was known, and whether annulled decisions count until the judgment was final. De jure unless said. */
export interface Seen extends Moment {
  readonly view?: View;
}

export const DEFAULT_VIEW: View = 'dejure';

/** SQL: was this row believed then, in the view? */
export function seen(alias: string, known: string, view: string): string {
  return `${asKnown(alias, known)} and (${alias}.view is null or ${alias}.view = ${view})`;
}
