import type { Column } from './column.js';
import type { Cells, RowMeaning, Table } from './line.js';

const OUTCOMES = {
  bifall: 'adopted',
  avslag: 'rejected',
  bordlagt: 'deferred',
  återremiss: 'referred-back',
  'lagt till handlingarna': 'noted',
  okänt: 'unknown',
};
const INSTRUMENTS = {
  sammanträde: 'meeting',
  delegation: 'delegated',
  brådskande: 'urgent',
  rättelse: 'correction',
  domstol: 'court',
  verkställighet: 'administrative',
  okänt: 'unknown',
};
const POINT_KINDS = {
  'inrättar grupp': 'establishes-group',
  'antar instruktion': 'adopts-instruction',
  val: 'elects',
  entledigande: 'releases',
  'lägger till handlingarna': 'notes',
  avslår: 'rejects',
  'antar plan': 'adopts-plan',
  uppdrag: 'assigns',
  upphäver: 'annuls',
  rättar: 'corrects',
  övrigt: 'other',
};
const CONFIDENCES = { säker: 'certain', trolig: 'probable', osäker: 'uncertain' };
const POINTS = [1, 2, 3, 4, 5];

const line = (key: string, header: string, sv: string, example: string): Column => ({
  ...{ key, header, sv, example },
  kind: { is: 'line', max: 200 },
});

const columns: readonly Column[] = [
  {
    key: 'organGroupId',
    header: 'Organ-id',
    kind: { is: 'id' },
    sv: 'beslutande organ, ur registret',
    example: '',
    pointers: ['/organ'],
  },
  line('organ', 'Organ', 'namn på ett organ utanför registret', 'Kommunfullmäktige'),
  {
    key: 'decidedOn',
    header: 'Beslutsdatum',
    kind: { is: 'partial' },
    required: true,
    sv: 'när det beslutades, så gott det är känt',
    example: '2023-02-13',
    pointers: ['/decidedOn'],
  },
  line('session', 'Sammanträde', 'sammanträdets nummer', '2'),
  line('paragraph', 'Paragraf', '§ i protokollet', '22'),
  line('registryNumber', 'Diarienummer', 'ärendets diarienummer', 'KS 2023/17'),
  {
    key: 'instrument',
    header: 'Form',
    kind: { is: 'choice', of: INSTRUMENTS },
    sv: 'hur det beslutades; tomt: okänt',
    example: 'sammanträde',
  },
  {
    key: 'outcome',
    header: 'Utfall',
    kind: { is: 'choice', of: OUTCOMES },
    required: true,
    sv: 'vad det blev',
    example: 'bifall',
  },
  {
    key: 'confidence',
    header: 'Säkerhet',
    kind: { is: 'choice', of: CONFIDENCES },
    sv: 'tomt: säker',
    example: 'säker',
  },
  {
    key: 'sourceNote',
    header: 'Källa',
    kind: { is: 'lines', max: 2000 },
    sv: 'handlingen uppgifterna är ur',
    example: '',
  },
  ...POINTS.flatMap((number): Column[] => [
    {
      key: `text${number}`,
      header: `Punkt ${number}`,
      kind: { is: 'lines', max: 20_000 },
      ...(number === 1 ? { required: true } : {}),
      sv: `beslutspunkt ${number} i klartext`,
      example: number === 1 ? 'Fullmäktige inrättar en beredning.' : '',
      pointers: [`/points/${number - 1}`],
    },
    {
      key: `kind${number}`,
      header: `Typ ${number}`,
      kind: { is: 'choice', of: POINT_KINDS },
      sv: `vad punkt ${number} gör; tomt: övrigt`,
      example: number === 1 ? 'inrättar grupp' : '',
    },
  ]),
];

/** Decisions with up to five points each. */
export const DECISIONS: Table = {
  name: 'decisions',
  sv: 'Beslut',
  columns,
  meaning(cells, id) {
    const { organGroupId, organ, decidedOn, session, paragraph, registryNumber, sourceNote } = cells;
    const body = { ...(organGroupId ? { groupId: organGroupId } : {}), ...(organ ? { name: organ } : {}) };
    const optional = { session, paragraph, registryNumber, sourceNote };
    const command = {
      type: 'RecordDecision',
      decisionId: id(0),
      instrument: cells['instrument'] ?? 'unknown',
      outcome: cells['outcome'],
      decidedOn,
      confidence: cells['confidence'] ?? 'certain',
      ...(Object.keys(body).length === 0 ? {} : { organ: body }),
      ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
      points: pointsOf(cells),
    };
    return { lines: [{ category: 'decision', target: id(0), creates: true, command }], broken: gaps(cells) };
  },
};

function pointsOf(cells: Cells): object[] {
  return POINTS.filter((number) => cells[`text${number}`] !== undefined).map((number) => ({
    number,
    kind: cells[`kind${number}`] ?? 'other',
    text: cells[`text${number}`],
  }));
}

function gaps(cells: Cells): NonNullable<RowMeaning['broken']> {
  const last = POINTS.findLast((number) => (cells[`text${number}`] ?? cells[`kind${number}`]) !== undefined) ?? 0;
  const empty = POINTS.find((number) => number < last + 1 && cells[`text${number}`] === undefined);
  return empty === undefined ? [] : [{ key: `text${empty}`, rule: 'points-with-gap' }];
}
