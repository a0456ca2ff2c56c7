import { addDays, isCivilDate, type CivilDate } from '@liggare/kernel';
import { BASIS, basisOf } from './basis-columns.js';
import type { Column } from './column.js';
import type { Line, Table } from './line.js';

const ASSESSMENTS = {
  'ej bedömd': 'not-assessed',
  'enligt plan': 'on-track',
  avviker: 'off-track',
  uppnått: 'achieved',
  'ej uppnått': 'not-achieved',
};
const CONTINUATIONS = { fortsätter: 'continue', justeras: 'adjust', avslutas: 'stop' };

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
    key: 'from',
    header: 'Från och med',
    kind: { is: 'day' },
    required: true,
    sv: 'första dagen av tiden som följts upp',
    example: '2024-01-01',
    pointers: ['/period/from'],
  },
  {
    key: 'until',
    header: 'Till och med',
    kind: { is: 'day' },
    required: true,
    sv: 'sista dagen av tiden som följts upp',
    example: '2024-12-31',
    pointers: ['/period/to', '/period'],
  },
  {
    key: 'madeOn',
    header: 'Uppföljd',
    kind: { is: 'partial' },
    required: true,
    sv: 'när uppföljningen gjordes, så gott det är känt; får vara långt senare',
    example: '2025-02',
    pointers: ['/madeOn'],
  },
  {
    key: 'assessment',
    header: 'Bedömning',
    kind: { is: 'choice', of: ASSESSMENTS },
    required: true,
    sv: 'vilken effekt åtgärden bedöms ha; inte hur långt den har kommit',
    example: 'enligt plan',
  },
  {
    key: 'continuation',
    header: 'Fortsättning',
    kind: { is: 'choice', of: CONTINUATIONS },
    sv: 'vad uppföljningen leder till',
    example: 'fortsätter',
  },
  {
    key: 'summary',
    header: 'Sammanfattning',
    kind: { is: 'lines', max: 2000 },
    sv: 'vad alla får läsa; inga personnamn',
    example: 'Tolv av femton mål är nådda',
  },
  {
    key: 'evidence',
    header: 'Underlag',
    kind: { is: 'lines', max: 2000 },
    sv: 'underlaget i ord; förseglas, så det får nämna personer',
    example: '',
  },
  ...BASIS,
];

/** What following up a measure found of a time: it stands beside what was found before, however late it comes. */
export const FOLLOW_UPS: Table = {
  name: 'follow-ups',
  sv: 'Uppföljningar',
  columns,
  meaning(cells) {
    const { initiativeId, from, until, madeOn, assessment, continuation, summary, evidence } = cells;
    const { basis, broken } = basisOf(cells);
    // A cell that is no day has been remarked upon already.
    const to = isCivilDate(String(until)) ? addDays(until as CivilDate, 1) : until;
    const optional = Object.entries({ continuation, summary, evidence, basis });
    const command: Line['command'] = {
      ...{ type: 'RecordFollowUp', period: { from, to }, madeOn, assessment },
      ...Object.fromEntries(optional.filter(([, value]) => value !== undefined)),
    };
    return { lines: [{ category: 'initiative', target: String(initiativeId), command }], broken };
  },
};
