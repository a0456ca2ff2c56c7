import type { Column } from './column.js';
import type { Cells, RowMeaning } from './line.js';

/** The decision point that a row rests on. */
export const BASIS: readonly Column[] = [
  {
    key: 'decisionId',
    header: 'Beslut-id',
    kind: { is: 'id' },
    sv: 'beslutet som raden vilar på, ur registret',
    example: '',
    pointers: ['/basis'],
  },
  { key: 'point', header: 'Punkt', kind: { is: 'number' }, sv: 'beslutspunktens nummer', example: '' },
];

export function basisOf({ decisionId, point }: Cells): { basis?: object; broken: NonNullable<RowMeaning['broken']> } {
  if (decisionId === undefined && point === undefined) return { broken: [] };
  if (decisionId === undefined) return { broken: [{ key: 'decisionId', rule: 'point-without-decision' }] };
  if (point === undefined) return { broken: [{ key: 'point', rule: 'decision-without-point' }] };
  return { basis: { decisionId, point }, broken: [] };
}
