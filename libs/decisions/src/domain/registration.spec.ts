import { civilDate, partialDate, personal, specificationId, specificationOf, type Personal } from '@liggare/kernel';
import type { DecisionEvent } from './decision-events.js';
import { presentDecision } from './decision-view.js';
import { decisionAggregate } from './decision.js';

const given = specificationOf(decisionAggregate);
const decisionId = specificationId(1);
const holdsId = specificationId(2);
const own = (text: string): Personal => personal(decisionId, text);

/** A decision of which little is known. */
const recorded: DecisionEvent = {
  type: 'DecisionRecorded',
  data: {
    decisionId,
    instrument: 'unknown',
    outcome: 'unknown',
    decidedOn: partialDate('2018-06/2022-10'),
    organ: { candidates: ['Kommunfullmäktige', 'Kommunstyrelsen'] },
    agendaItem: '22',
    confidence: 'uncertain',
    points: [{ number: 1, kind: 'elects', text: own('Val') }],
  },
};

describe('an incomplete record, edge case 58', () => {
  const refined: DecisionEvent = {
    type: 'DecisionRefined',
    data: {
      decisionId,
      organ: { name: 'Kommunfullmäktige' },
      decidedOn: partialDate('2021-03'),
      paragraph: '14',
      refines: {
        organ: { candidates: ['Kommunfullmäktige', 'Kommunstyrelsen'] },
        decidedOn: partialDate('2018-06/2022-10'),
      },
    },
  };
  const refine = {
    type: 'RefineDecision',
    organ: { name: 'Kommunfullmäktige' },
    decidedOn: partialDate('2021-03'),
    paragraph: '14',
  } as const;

  it('is narrowed by an event that names what it refines; what was not known at all is not named', () => {
    given(recorded).when(refine).then(refined);
    expect(given(recorded, refined).state).toMatchObject({ decidedOn: '2021-03', paragraph: '14', agendaItem: '22' });
    expect(given(recorded, refined).state).not.toHaveProperty('refines');
  });

  it('is narrowed again, from what it had become', () => {
    given(recorded, refined)
      .when({ type: 'RefineDecision', decidedOn: partialDate('2021-03-15'), paragraph: '14' })
      .then({
        type: 'DecisionRefined',
        data: {
          decisionId,
          decidedOn: partialDate('2021-03-15'),
          refines: { decidedOn: partialDate('2021-03') },
        },
      });
  });

  it('is not changed by a source that says nothing new, unless the source is named', () => {
    given(recorded, refined).when(refine).thenNothing();
    given(recorded, refined).when({ type: 'RefineDecision' }).thenNothing();
    given(recorded, refined)
      .when({ ...refine, sourceNote: 'Bekräftat i diariet.' })
      .then({ type: 'DecisionRefined', data: { decisionId, sourceNote: own('Bekräftat i diariet.') } });
  });

  it('learns the effect of a point, and a point that was not known', () => {
    const effectiveFrom = civilDate('2021-04-01');
    const known: DecisionEvent = {
      type: 'DecisionRefined',
      data: {
        decisionId,
        outcome: 'adopted',
        points: [
          { number: 1, effectiveFrom },
          { number: 2, kind: 'adopts-instruction', text: own('Instruktion antas') },
        ],
        refines: { outcome: 'unknown' },
      },
    };
    given(recorded)
      .when({
        type: 'RefineDecision',
        outcome: 'adopted',
        points: [
          { number: 1, kind: 'elects', effectiveFrom },
          { number: 2, kind: 'adopts-instruction', text: 'Instruktion antas' },
        ],
      })
      .then(known);
    const { points } = presentDecision(given(recorded, known).state, effectiveFrom);
    expect(points).toMatchObject([
      { number: 1, kind: 'elects', text: own('Val'), effectiveFrom, corrections: [], status: 'in-effect' },
      {
        number: 2,
        kind: 'adopts-instruction',
        text: own('Instruktion antas'),
        corrections: [],
        status: 'undated',
      },
    ]);
    given(recorded, known)
      .when({ type: 'RefineDecision', points: [{ number: 1, effectiveFrom }] })
      .thenNothing();
  });

  it('cannot learn half a point, a point twice, or an effect that ends before it begins', () => {
    given(recorded)
      .when({ type: 'RefineDecision', points: [{ number: 2, kind: 'elects' }] })
      .thenRefused('incomplete-point', '/points/0/text');
    given(recorded)
      .when({ type: 'RefineDecision', points: [{ number: 2, text: 'Val' }] })
      .thenRefused('incomplete-point', '/points/0/kind');
    given(recorded)
      .when({ type: 'RefineDecision', points: [{ number: 1, kind: 'elects' }, { number: 1 }] })
      .thenRefused('point-numbered-twice', '/points/1/number');
    const [effectiveFrom, effectiveTo] = [civilDate('2021-04-01'), civilDate('2021-03-31')];
    given(recorded)
      .when({ type: 'RefineDecision', points: [{ number: 1, effectiveFrom, effectiveTo }] })
      .thenRefused('from-after-to', '/points/0/effectiveTo');
  });
});

describe('a mistake of the register about a decision, edge case 10', () => {
  const corrected: DecisionEvent = {
    type: 'DecisionRegistrationCorrected',
    data: {
      decisionId,
      decidedOn: partialDate('2021-03-15'),
      paragraph: '18',
      clears: ['agendaItem'],
      reason: own('omkastade siffror'),
    },
  };
  const correct = {
    type: 'CorrectDecisionRegistration',
    decidedOn: partialDate('2021-03-15'),
    paragraph: '18',
    clears: ['agendaItem', 'registryNumber'],
    reason: 'omkastade siffror',
  } as const;

  it('is another event than a refinement or a correction of the decision, and takes away what is not so', () => {
    given(recorded).when(correct).then(corrected);
    const { state } = given(recorded, corrected);
    expect(state).toMatchObject({ decidedOn: '2021-03-15', paragraph: '18' });
    expect(state).not.toHaveProperty('agendaItem');
    expect(state).not.toHaveProperty('reason');
    expect(state.points[0]!.corrections).toEqual([]);
  });

  it('is corrected once', () => {
    given(recorded, corrected).when(correct).thenNothing();
  });

  it('cannot be both another value and none', () => {
    given(recorded)
      .when({ type: 'CorrectDecisionRegistration', paragraph: '18', clears: ['organ', 'paragraph'] })
      .thenRefused('set-and-cleared', '/clears/1');
  });

  it('takes back a mark of a duplicate, and a report', () => {
    const marked: DecisionEvent = { type: 'DecisionMarkedDuplicate', data: { decisionId, duplicateOf: holdsId } };
    const reported: DecisionEvent = { type: 'DecisionReported', data: { decisionId, on: partialDate('2021') } };
    const taken: DecisionEvent = {
      type: 'DecisionRegistrationCorrected',
      data: { decisionId, clears: ['duplicateOf', 'reported'] },
    };
    given(recorded, marked, reported)
      .when({ type: 'CorrectDecisionRegistration', clears: ['duplicateOf', 'reported'] })
      .then(taken);
    expect(given(recorded, marked, reported, taken).state).toEqual(given(recorded).state);
  });

  it('takes back a supersession and an end of effect of a point', () => {
    const superseded: DecisionEvent = { type: 'PointSuperseded', data: { decisionId, point: 1 } };
    const taken: DecisionEvent = {
      type: 'PointRegistrationCorrected',
      data: { decisionId, point: 1, clears: ['superseded'] },
    };
    given(recorded, superseded)
      .when({ type: 'CorrectPointRegistration', point: 1, clears: ['superseded', 'effectiveTo'] })
      .then(taken);
    expect(given(recorded, superseded, taken).state).toEqual(given(recorded).state);
    given(recorded).when({ type: 'CorrectPointRegistration', point: 1, kind: 'elects' }).thenNothing();
    given(recorded)
      .when({
        type: 'CorrectPointRegistration',
        point: 1,
        effectiveTo: civilDate('2022-01-01'),
        clears: ['effectiveTo'],
      })
      .thenRefused('set-and-cleared', '/clears/0');
  });
});

describe('a statement already attached', () => {
  const statementId = specificationId(0);
  const [party, otherParty] = [specificationId(10), specificationId(11)];
  const attached: DecisionEvent = {
    type: 'StatementAttached',
    data: { decisionId, statementId, kind: 'unknown', partyIds: [party], personIds: [], text: own('Vi beklagar.') },
  };

  it('turns out to be a reservation when the minutes are found, edge case 58', () => {
    const refined: DecisionEvent = {
      type: 'StatementRefined',
      data: {
        decisionId,
        statementId,
        kind: 'reservation',
        filedOn: partialDate('2021-03-15'),
        sourceNote: own('Protokollet.'),
      },
    };
    const refine = { type: 'RefineStatement', statementId, kind: 'reservation', partyIds: [party] } as const;
    given(recorded, attached)
      .when({ ...refine, filedOn: partialDate('2021-03-15'), sourceNote: 'Protokollet.' })
      .then(refined);
    expect(given(recorded, attached, refined).state.statements).toEqual([
      {
        statementId,
        kind: 'reservation',
        partyIds: [party],
        personIds: [],
        text: own('Vi beklagar.'),
        filedOn: '2021-03-15',
      },
    ]);
    given(recorded, attached, refined).when(refine).thenNothing();
  });

  it('was entered with the wrong party, or with the wrong decision, edge case 10', () => {
    const corrected: DecisionEvent = {
      type: 'StatementRegistrationCorrected',
      data: { decisionId, statementId, partyIds: [otherParty], reason: own('fel parti') },
    };
    given(recorded, attached)
      .when({
        type: 'CorrectStatementRegistration',
        statementId,
        partyIds: [otherParty],
        withdrawn: false,
        reason: 'fel parti',
      })
      .then(corrected);
    expect(given(recorded, attached, corrected).state.statements[0]!.partyIds).toEqual([otherParty]);
    const withdrawn: DecisionEvent = {
      type: 'StatementRegistrationCorrected',
      data: { decisionId, statementId, withdrawn: true },
    };
    const withdraw = { type: 'CorrectStatementRegistration', statementId, withdrawn: true } as const;
    given(recorded, attached, corrected).when(withdraw).then(withdrawn);
    expect(given(recorded, attached, corrected, withdrawn).state.statements).toEqual([]);
    given(recorded, attached, withdrawn).when(withdraw).thenRefused('unknown-statement', '/statementId');
  });

  it('is refused what names a point or a statement that does not exist', () => {
    given(recorded, attached)
      .when({ type: 'RefineStatement', statementId, point: 2 })
      .thenRefused('unknown-point', '/point');
    given(recorded)
      .when({ type: 'RefineStatement', statementId, kind: 'reservation' })
      .thenRefused('unknown-statement', '/statementId');
    given(recorded, attached).when({ type: 'CorrectStatementRegistration', statementId }).thenNothing();
  });
});
