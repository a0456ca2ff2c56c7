import { BASIS, basisOf } from './basis-columns.js';
import type { Column } from './column.js';
import type { Line, Table } from './line.js';

const KINDS = {
  social: 'social',
  situationell: 'situational',
  fokuserad: 'focused',
  administrativ: 'administrative',
  styrning: 'governance',
};
const LEVELS = { universell: 'universal', selektiv: 'selective', indikerad: 'indicated', 'ej angiven': 'unspecified' };
const CONFIDENCES = { säker: 'certain', trolig: 'probable', osäker: 'uncertain' };

const date = (key: string, header: string, sv: string, example = ''): Column => ({
  ...{ key, header, sv, example },
  kind: { is: 'partial' },
});
const text = (key: string, header: string, sv: string, example = ''): Column => ({
  ...{ key, header, sv, example },
  kind: { is: 'lines', max: 2000 },
});

const columns: readonly Column[] = [
  {
    key: 'title',
    header: 'Rubrik',
    kind: { is: 'line', max: 300 },
    required: true,
    sv: 'vad åtgärden heter',
    example: 'Trygga stråk',
  },
  text('problem', 'Problem', 'problemet den ska minska', 'Otrygghet vid stationen'),
  text('cause', 'Orsak', 'orsaken den riktar sig mot'),
  {
    key: 'kinds',
    header: 'Slag',
    kind: { is: 'choices', of: KINDS },
    sv: 'ett eller flera, skilda med komma',
    example: 'situationell',
  },
  { key: 'level', header: 'Nivå', kind: { is: 'choice', of: LEVELS }, sv: 'tomt: ej angiven', example: 'universell' },
  {
    key: 'areas',
    header: 'Områden',
    kind: { is: 'list', max: 200 },
    sv: 'koder eller namn, skilda med komma',
    example: 'Centrum',
  },
  date('registeredFor', 'Gäller från', 'från när den ska räknas, så gott det är känt', '2023'),
  date('decidedOn', 'Beslutad', 'när den beslutades'),
  date('startedOn', 'Påbörjad', 'när den började', '2023-05'),
  date('completedOn', 'Avslutad', 'när den var genomförd'),
  {
    key: 'groupId',
    header: 'Ansvarig grupp-id',
    kind: { is: 'id' },
    sv: 'ansvarig grupp, ur registret',
    example: '',
    pointers: ['/body'],
  },
  {
    key: 'body',
    header: 'Ansvarig',
    kind: { is: 'line', max: 200 },
    sv: 'ansvarigt organ utanför registret',
    example: '',
  },
  date('responsibleFrom', 'Ansvarig från', 'tomt: okänt'),
  {
    key: 'confidence',
    header: 'Säkerhet',
    kind: { is: 'choice', of: CONFIDENCES },
    sv: 'tomt: säker',
    example: 'säker',
  },
  ...BASIS,
];

/** Measures: what they are, how far they have come, and who answers for them. */
export const INITIATIVES: Table = {
  name: 'initiatives',
  sv: 'Åtgärder',
  columns,
  meaning(cells, id) {
    const { title, problem, cause, kinds = [], level = 'unspecified', areas = [], registeredFor } = cells;
    const { basis, broken } = basisOf(cells);
    const given = (fields: object) =>
      Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    const on = (type: string, day: unknown): Line[] =>
      day === undefined ? [] : [to({ type, on: day, ...given(type === 'DecideInitiative' ? { basis } : {}) })];
    const to = (command: Line['command']): Line => ({ category: 'initiative', target: id(0), command });
    const { groupId, body, responsibleFrom = 'unknown' } = cells;
    const responsible = given({ groupId, name: groupId === undefined ? body : undefined });
    const confidence = cells['confidence'] ?? 'certain';
    const described = { title, kinds, level, areas, ...given({ problem, cause, registeredFor }) };
    const unlinked = basis !== undefined && cells['decidedOn'] === undefined;
    return {
      broken,
      lines: [
        {
          ...to({ type: 'RegisterInitiative', initiativeId: id(0), confidence, ...described }),
          creates: true,
        },
        ...(unlinked ? [to({ type: 'LinkDecision', basis, relation: 'other' })] : []),
        ...on('DecideInitiative', cells['decidedOn']),
        ...on('StartInitiative', cells['startedOn']),
        ...on('CompleteInitiative', cells['completedOn']),
        ...(Object.keys(responsible).length === 0
          ? []
          : [to({ type: 'AssignResponsibility', body: responsible, role: 'lead', from: responsibleFrom })]),
      ],
    };
  },
};
