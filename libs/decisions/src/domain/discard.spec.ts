import { partialDate, personal, specificationId, specificationOf } from '@liggare/kernel';
import type { DecisionEvent } from './decision-events.js';
import { presentDecision } from './decision-view.js';
import { decisionAggregate } from './decision.js';

const given = specificationOf(decisionAggregate);
const decisionId = specificationId(1);
const recorded: DecisionEvent = {
  type: 'DecisionRecorded',
  data: {
    ...{ decisionId, instrument: 'meeting', outcome: 'adopted', decidedOn: partialDate('2023-02-13') },
    confidence: 'certain',
    points: [{ number: 1, kind: 'elects', text: personal(decisionId, 'Nio ledamöter väljs.') }],
  },
};
const discarded: DecisionEvent = { type: 'DecisionRegisteredInError', data: { decisionId } };

describe('a decision entered by mistake', () => {
  it('is discarded once, with a sealed reason', () => {
    given(recorded)
      .when({ type: 'DiscardDecision', reason: 'Paragrafen finns inte.' })
      .then({
        type: 'DecisionRegisteredInError',
        data: { decisionId, reason: personal(decisionId, 'Paragrafen finns inte.') },
      });
    given(recorded, discarded).when({ type: 'DiscardDecision' }).thenNothing();
  });

  it('has no points that anything could rest on, and nothing more is recorded of it', () => {
    const { state } = given(recorded, discarded);
    expect(presentDecision(state, '2024-01-01' as never)).toMatchObject({
      id: decisionId,
      registeredInError: true,
      points: [],
    });
    given(recorded, discarded).when({ type: 'SupersedePoint', point: 1 }).thenRefused('registered-in-error');
  });

  it('stays while annulments of its points are registered', () => {
    const annulled: DecisionEvent = {
      type: 'PointsAnnulled',
      data: {
        ...{ decisionId, appealId: specificationId(2), points: [1], court: 'Förvaltningsrätten' },
        judgmentOn: '2023-06-01' as never,
      },
    };
    given(recorded, annulled).when({ type: 'DiscardDecision' }).thenRefused('has-annulments');
  });
});
