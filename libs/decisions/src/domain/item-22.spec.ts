import { civilDate, partialDate, personal, specificationId, specificationOf } from '@liggare/kernel';
import { item22 } from '../testing/item-22.js';
import type { DecisionEvent } from './decision-events.js';
import { presentDecision } from './decision-view.js';
import { decisionAggregate } from './decision.js';

const { paper, filed } = item22();

const given = specificationOf(decisionAggregate);
const decisionId = specificationId(1);
const partyId = specificationId(2);
const own = (text: string) => personal(decisionId, text);

const recorded: DecisionEvent = {
  type: 'DecisionRecorded',
  data: {
    decisionId,
    instrument: 'meeting',
    outcome: 'adopted',
    decidedOn: partialDate('2018-06/2022-10'),
    confidence: 'uncertain',
    points: paper.points.map(({ number, kind, text }) => ({ number, kind, text: own(text) })),
    organ: { candidates: ['Kommunfullmäktige', 'Kommunstyrelsen'] },
    agendaItem: '22',
    sourceNote: own(paper.sourceNote!),
    documentHash: paper.documentHash!,
  },
};
const attached: DecisionEvent = {
  type: 'StatementAttached',
  data: {
    decisionId,
    statementId: specificationId(0),
    kind: 'unknown',
    partyIds: [partyId],
    personIds: [],
    filedOn: partialDate('2018-06/2022-10'),
    documentHash: filed.documentHash!,
    signatory: own('För Socialdemokraterna, Sara Heelge Vikmång'),
    text: own(filed.text!),
  },
};

describe('item 22, known only through a party’s statement, edge case 58', () => {
  it('is recorded with what the paper says and nothing that it does not say', () => {
    given()
      .when({ type: 'RecordDecision', decisionId, ...paper })
      .then(recorded);
    const { state } = given(recorded);
    expect(state).not.toHaveProperty('paragraph');
    expect(state).not.toHaveProperty('registryNumber');
    expect(state).not.toHaveProperty('meetingId');
    expect(state.organ).not.toHaveProperty('groupId');
  });

  it('has the full statement signed for a party, of a kind the paper does not tell, edge case 37', () => {
    given(recorded)
      .when({ type: 'AttachStatement', ...filed, partyIds: [partyId] })
      .then(attached);
    const text = JSON.stringify(given(recorded, attached).state.statements[0]!.text);
    expect(text).toContain('Ärende 22: Huddinge kommuns preventionsarbete');
    expect(text).toContain('fler ledamöter i den politiska referensgruppen');
  });

  it('has points whose effect is not known on any day', () => {
    for (const day of ['2018-06-01', '2022-10-31', '2026-01-01']) {
      const { points } = presentDecision(given(recorded, attached).state, civilDate(day));
      expect(points.map(({ status }) => status)).toEqual(['undated', 'undated']);
    }
  });

  it('is made more precise later from another source, as an event of its own', () => {
    const organ = { groupId: specificationId(5) };
    const refined: DecisionEvent = {
      type: 'DecisionRefined',
      data: {
        decisionId,
        organ,
        paragraph: '14',
        registryNumber: 'KS-2021/77',
        decidedOn: partialDate('2021-03-15'),
        confidence: 'probable',
        sourceNote: own('Protokollet återfanns.'),
        refines: {
          decidedOn: partialDate('2018-06/2022-10'),
          confidence: 'uncertain',
          organ: { candidates: ['Kommunfullmäktige', 'Kommunstyrelsen'] },
        },
      },
    };
    given(recorded, attached)
      .when({
        type: 'RefineDecision',
        organ,
        paragraph: '14',
        registryNumber: 'KS-2021/77',
        decidedOn: partialDate('2021-03-15'),
        confidence: 'probable',
        sourceNote: 'Protokollet återfanns.',
      })
      .then(refined);
    expect(given(recorded, attached, refined).state).toMatchObject({
      organ,
      paragraph: '14',
      agendaItem: '22',
      decidedOn: '2021-03-15',
      statements: [{ kind: 'unknown' }],
    });
    expect(given(recorded, attached, refined).state.organ).not.toHaveProperty('candidates');
  });
});
