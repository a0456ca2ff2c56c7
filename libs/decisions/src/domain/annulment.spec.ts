import { civilDate, partialDate, personal, specificationId, specificationOf } from '@liggare/kernel';
import type { DecisionEvent } from './decision-events.js';
import { presentDecision } from './decision-view.js';
import { decisionAggregate } from './decision.js';

const given = specificationOf(decisionAggregate);
const decisionId = specificationId(1);
const appealId = specificationId(0);
const day = civilDate;

const recorded: DecisionEvent = {
  type: 'DecisionRecorded',
  data: {
    decisionId,
    instrument: 'meeting',
    outcome: 'adopted',
    decidedOn: partialDate('2024-04-15'),
    confidence: 'certain',
    points: [1, 2].map((number) => ({
      number,
      kind: 'elects' as const,
      text: personal(decisionId, 'Val'),
      effectiveFrom: day('2024-05-01'),
    })),
  },
};
const judgment = { points: [2], court: 'Förvaltningsrätten', caseNumber: 'FIKT-24', judgmentOn: day('2024-10-18') };
const annulled: DecisionEvent = { type: 'PointsAnnulled', data: { decisionId, appealId, ...judgment } };
const final: DecisionEvent = {
  type: 'AnnulmentBecameFinal',
  data: { decisionId, appealId, points: [2], finalOn: day('2024-11-11') },
};

describe('a court annuls a decision', () => {
  const statuses = (...events: DecisionEvent[]) =>
    presentDecision(given(recorded, ...events).state, day('2025-01-01')).points.map(({ status }) => status);

  it('in single points; the others stand, edge case 4', () => {
    given(recorded)
      .when({ type: 'AnnulPoints', ...judgment })
      .then(annulled);
    expect(statuses(annulled, final)).toEqual(['in-effect', 'annulled']);
  });

  it('with effect when the judgment is final, edge case 69', () => {
    given(recorded, annulled)
      .when({ type: 'FinalizeAnnulment', appealId, finalOn: day('2024-11-11') })
      .then(final);
    given(recorded, annulled, final)
      .when({ type: 'FinalizeAnnulment', appealId, finalOn: day('2024-11-11') })
      .thenNothing();
    expect(statuses(annulled)).toEqual(['in-effect', 'in-effect']);
  });

  it('final at once when that is known', () => {
    given(recorded)
      .when({ type: 'AnnulPoints', ...judgment, finalOn: day('2024-11-11') })
      .then({ type: 'PointsAnnulled', data: { decisionId, appealId, ...judgment, finalOn: day('2024-11-11') } });
  });

  it('until a higher court sets that aside, or it proves wrongly registered, edge cases 10 and 69', () => {
    const discarded: DecisionEvent = {
      type: 'AnnulmentRegisteredInError',
      data: { decisionId, appealId, points: [2], reason: personal(decisionId, 'Kammarrätten ändrade') },
    };
    given(recorded, annulled, final)
      .when({ type: 'DiscardAnnulment', appealId, reason: 'Kammarrätten ändrade' })
      .then(discarded);
    expect(statuses(annulled, final, discarded)).toEqual(['in-effect', 'in-effect']);
  });

  it('not twice, not in points it does not have, not before the judgment', () => {
    given(recorded, annulled)
      .when({ type: 'AnnulPoints', ...judgment })
      .thenRefused('already-annulled', '/points/0');
    given(recorded)
      .when({ type: 'AnnulPoints', ...judgment, points: [1, 3] })
      .thenRefused('unknown-point', '/points/1');
    given(recorded)
      .when({ type: 'AnnulPoints', ...judgment, finalOn: day('2024-10-17') })
      .thenRefused('final-before-judgment', '/finalOn');
    given(recorded, annulled)
      .when({ type: 'FinalizeAnnulment', appealId, finalOn: day('2024-10-17') })
      .thenRefused('final-before-judgment', '/finalOn');
    for (const type of ['FinalizeAnnulment', 'DiscardAnnulment'] as const) {
      given(recorded)
        .when({ type, appealId, finalOn: day('2024-11-11') })
        .thenRefused('unknown-annulment', '/appealId');
    }
  });
});
