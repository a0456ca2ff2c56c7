import { isCivilDate } from '@liggare/kernel';
import { BASIS, basisOf } from './basis-columns.js';
import type { Column } from './column.js';
import type { Line, RowMeaning, Table } from './line.js';

const STATUSES = {
  påbörjad: 'StartInitiative',
  avslutad: 'CompleteInitiative',
  pausad: 'PauseInitiative',
  återupptagen: 'ResumeInitiative',
  avbruten: 'DiscontinueInitiative',
};

const columns: readonly Column[] = [
  {
    key: 'initiativeId',
    header: 'Åtgärd-id',
    kind: { is: 'id' },
    required: true,
    sv: 'åtgärden, ur registret',
    example: '0d0f5c1a-7a41-5a0c-8f5e-8f3a1f1d5e11',
  },
  {
    key: 'on',
    header: 'Datum',
    kind: { is: 'partial' },
    required: true,
    sv: 'när läget inträdde; för pausad och återupptagen en dag',
    example: '2024-06',
    pointers: ['/on'],
  },
  {
    key: 'status',
    header: 'Status',
    kind: { is: 'choice', of: STATUSES },
    required: true,
    sv: 'hur långt åtgärden har kommit',
    example: 'avslutad',
  },
  { key: 'reason', header: 'Skäl', kind: { is: 'lines', max: 2000 }, sv: 'varför den avbröts', example: '' },
  ...BASIS,
];

/** What following up a measure found: how far it had come on a day, and the decision point that took note of it. */
export const FOLLOW_UPS: Table = {
  name: 'follow-ups',
  sv: 'Uppföljningar',
  columns,
  meaning(cells) {
    const { initiativeId, on, status, reason } = cells;
    const { basis, broken } = basisOf(cells);
    const dayNeeded = status === 'PauseInitiative' || status === 'ResumeInitiative';
    const command: Line['command'] = {
      type: String(status),
      on,
      ...(basis ? { basis } : {}),
      ...(status === 'DiscontinueInitiative' && reason !== undefined ? { reason } : {}),
    };
    const vague: RowMeaning['broken'] = dayNeeded && !isCivilDate(String(on)) ? [{ key: 'on', rule: 'not-a-day' }] : [];
    return {
      lines: [{ category: 'initiative', target: String(initiativeId), command }],
      broken: [...broken, ...vague],
    };
  },
};
