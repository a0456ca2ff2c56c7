import { civilDate, specificationOf, partialDate, personal, specificationId } from '@liggare/kernel';
import type { RecordDecision } from './decision-commands.js';
import { decisionEvents, type DecisionEvent } from './decision-events.js';
import { presentDecision } from './decision-view.js';
import { decisionAggregate } from './decision.js';

const given = specificationOf(decisionAggregate);
const decisionId = specificationId(100);
const day = civilDate('2024-04-16');
const record: RecordDecision = {
  type: 'RecordDecision',
  decisionId,
  instrument: 'meeting',
  outcome: 'adopted',
  decidedOn: partialDate('2024-04-15'),
  confidence: 'certain',
  points: [{ number: 1, kind: 'elects', text: 'Amanda väljs.' }],
};
const recorded = (awaits: object): DecisionEvent => ({
  type: 'DecisionRecorded',
  data: {
    decisionId,
    instrument: 'meeting',
    outcome: 'adopted',
    decidedOn: partialDate('2024-04-15'),
    confidence: 'certain',
    points: [{ number: 1, kind: 'elects', text: personal(decisionId, 'Amanda väljs.') }],
    ...awaits,
  },
});
const awaiting = recorded({ awaitsAdjustment: true });
const isProvisional = (...events: DecisionEvent[]) => presentDecision(given(...events).state, day).provisional;

describe('edge case 59: minutes not adjusted yet when staff enter the decision', () => {
  it('the entry says that it waits for the adjustment; one that says nothing is not provisional', () => {
    given()
      .when({ ...record, awaitsAdjustment: true })
      .then(awaiting);
    given()
      .when({ ...record, awaitsAdjustment: false })
      .then(recorded({}));
    expect([isProvisional(awaiting), isProvisional(recorded({}))]).toEqual([true, false]);
  });

  it('the adjustment itself promotes it, whatever day is asked about', () => {
    const adjusted: DecisionEvent = {
      type: 'MinutesAdjusted',
      data: { decisionId, on: civilDate('2024-04-22'), immediate: false },
    };
    given(awaiting)
      .when({ type: 'AdjustMinutes', on: civilDate('2024-04-22'), immediate: false })
      .then(adjusted);
    expect(isProvisional(awaiting, adjusted)).toBe(false);
  });

  it('so does a notice of the adjustment', () => {
    const posted: DecisionEvent = {
      type: 'NoticePosted',
      data: { decisionId, noticeId: specificationId(1), on: civilDate('2024-04-23') },
    };
    expect(isProvisional(awaiting, posted)).toBe(false);
  });

  it('that it waited may have been our mistake', () => {
    const cleared: DecisionEvent = {
      type: 'DecisionRegistrationCorrected',
      data: { decisionId, clears: ['awaitsAdjustment'] },
    };
    given(awaiting)
      .when({ type: 'CorrectDecisionRegistration', clears: ['awaitsAdjustment'] })
      .then(cleared);
    expect(isProvisional(awaiting, cleared)).toBe(false);
    expect(decisionEvents.kindOf(cleared)).toBe('knowledge');
  });
});
