import {
  civilDate,
  partialDate,
  personal,
  specificationId,
  specificationOf,
  type CivilDate,
  type DecisionPointRef,
} from '@liggare/kernel';
import type { RecordDecision } from './decision-commands.js';
import type { DecisionEvent } from './decision-events.js';
import { presentDecision, type PointStatus } from './decision-view.js';
import type { Outcome } from './decision-vocabulary.js';
import { decisionAggregate } from './decision.js';

const given = specificationOf(decisionAggregate);
const decisionId = specificationId(1);
const laterId = specificationId(2);
const meetingId = specificationId(3);
const later: DecisionPointRef = { decisionId: laterId, point: 1 };
const own = (text: string) => personal(decisionId, text);

const command: RecordDecision = {
  type: 'RecordDecision',
  decisionId,
  instrument: 'meeting',
  outcome: 'adopted',
  decidedOn: partialDate('2023-02-13'),
  confidence: 'certain',
  meetingId,
  paragraph: '18',
  points: [
    { number: 1, kind: 'establishes-group', text: 'Gruppen inrättas.', effectiveFrom: civilDate('2023-03-01') },
    {
      number: 2,
      kind: 'elects',
      text: 'Nio ledamöter väljs.',
      effectiveFrom: civilDate('2023-03-01'),
      effectiveTo: civilDate('2027-01-01'),
    },
    { number: 3, kind: 'notes', text: 'Frågan återkommer.' },
  ],
};

type Recorded = Extract<DecisionEvent, { type: 'DecisionRecorded' }>;

function recorded(outcome: Outcome = 'adopted', id = decisionId): Recorded {
  return {
    type: 'DecisionRecorded',
    data: {
      decisionId: id,
      instrument: 'meeting',
      outcome,
      decidedOn: partialDate('2023-02-13'),
      confidence: 'certain',
      points: [
        {
          number: 1,
          kind: 'establishes-group',
          text: personal(id, 'Gruppen inrättas.'),
          effectiveFrom: civilDate('2023-03-01'),
        },
        {
          number: 2,
          kind: 'elects',
          text: personal(id, 'Nio ledamöter väljs.'),
          effectiveFrom: civilDate('2023-03-01'),
          effectiveTo: civilDate('2027-01-01'),
        },
        { number: 3, kind: 'notes', text: personal(id, 'Frågan återkommer.') },
      ],
      meetingId,
      paragraph: '18',
    },
  };
}

/** The points' status on a day, in order. */
function statusOn(day: string, ...events: readonly DecisionEvent[]): readonly PointStatus[] {
  return presentDecision(given(...events).state, civilDate(day)).points.map(({ status }) => status);
}

describe('recording a decision', () => {
  it('keeps the text of each point under the decision’s own key, edge case 68', () => {
    given().when(command).then(recorded());
  });

  it('refuses the same decision twice under one id, edge case 61', () => {
    given(recorded()).when(command).thenRefused('already-exists');
  });

  it('refuses two points with one number', () => {
    const [first] = command.points;
    given()
      .when({ ...command, points: [first!, first!] })
      .thenRefused('point-numbered-twice', '/points/1/number');
  });

  it('refuses an effect that ends before it begins', () => {
    const [first] = command.points;
    given()
      .when({ ...command, points: [{ ...first!, effectiveTo: civilDate('2023-02-28') }] })
      .thenRefused('from-after-to', '/points/0/effectiveTo');
  });

  it('may be without points: only noted that it was made', () => {
    expect(given({ ...recorded(), data: { ...recorded().data, points: [] } }).state.points).toEqual([]);
  });

  it('tells § 18 of one meeting from § 18 of another, edge case 71', () => {
    const otherMeeting = specificationId(4);
    const other = { ...command, decisionId: laterId, meetingId: otherMeeting, points: [] };
    given()
      .when(other)
      .then({
        type: 'DecisionRecorded',
        data: {
          decisionId: laterId,
          instrument: 'meeting',
          outcome: 'adopted',
          decidedOn: partialDate('2023-02-13'),
          confidence: 'certain',
          points: [],
          meetingId: otherMeeting,
          paragraph: '18',
        },
      });
  });

  it('tells § 18 of two meetings on one day apart by the session where no meeting is registered, edge case 72', () => {
    const { meetingId: _m, ...bare } = command;
    const { meetingId: _n, ...data } = recorded().data;
    given()
      .when({ ...bare, session: 'extra', sequence: 2 })
      .then({ type: 'DecisionRecorded', data: { ...data, session: 'extra', sequence: 2 } });
  });

  it('tells § 18 of two meetings on one day apart by the meeting, edge case 72', () => {
    const { state: morning } = given(recorded());
    const evening = recorded('adopted', laterId);
    const { state } = given({ ...evening, data: { ...evening.data, meetingId: specificationId(4) } });
    expect([state.paragraph, state.decidedOn]).toEqual([morning.paragraph, morning.decidedOn]);
    expect(state.meetingId).not.toBe(morning.meetingId);
  });

  it('may correct an earlier decision’s minutes, naming it, edge case 60', () => {
    const refersTo = [{ decisionId: laterId, point: 14 }];
    const points = [{ number: 1, kind: 'corrects' as const, text: 'Rättelse av protokoll § 14.' }];
    const { meetingId: _m, paragraph: _p, ...bare } = command;
    given()
      .when({ ...bare, instrument: 'correction', points, refersTo })
      .then({
        type: 'DecisionRecorded',
        data: {
          decisionId,
          instrument: 'correction',
          outcome: 'adopted',
          decidedOn: partialDate('2023-02-13'),
          confidence: 'certain',
          points: [{ number: 1, kind: 'corrects', text: own('Rättelse av protokoll § 14.') }],
          refersTo,
        },
      });
  });

  it('refuses everything else about a decision that is not registered', () => {
    given()
      .when({ type: 'ReportDecision', on: partialDate('2023-03-01') })
      .thenRefused('not-registered');
  });
});

describe('the status of a point on a day', () => {
  it('is scheduled, in effect, ended, or undated', () => {
    expect(statusOn('2023-02-28', recorded())).toEqual(['scheduled', 'scheduled', 'undated']);
    expect(statusOn('2023-03-01', recorded())).toEqual(['in-effect', 'in-effect', 'undated']);
    expect(statusOn('2026-12-31', recorded())).toEqual(['in-effect', 'in-effect', 'undated']);
    expect(statusOn('2027-01-01', recorded())).toEqual(['in-effect', 'ended', 'undated']);
  });

  it.each<Outcome>(['rejected', 'deferred', 'referred-back', 'noted'])(
    'is without effect when the motion was %s, edge case 38',
    (outcome) => {
      given()
        .when({ ...command, outcome })
        .then(recorded(outcome));
      expect(statusOn('2023-06-01', recorded(outcome))).toEqual(['without-effect', 'without-effect', 'without-effect']);
    },
  );
});

describe('a clerical error in the decision, edge case 9', () => {
  const corrected: DecisionEvent = {
    type: 'PointCorrected',
    data: {
      decisionId,
      point: 2,
      former: own('Nio ledamöter väljs.'),
      text: own('Nio ledamöter och fem ersättare väljs.'),
      correctedOn: partialDate('2023-03-02'),
      correctedBy: own('Kommunfullmäktiges ordförande'),
      reason: own('uppenbart skrivfel'),
      basis: later,
    },
  };
  const correct = {
    type: 'CorrectPoint',
    point: 2,
    text: 'Nio ledamöter och fem ersättare väljs.',
    correctedOn: partialDate('2023-03-02'),
    correctedBy: 'Kommunfullmäktiges ordförande',
    reason: 'uppenbart skrivfel',
    basis: later,
  } as const;

  it('is corrected by an event with the text before and after, by whom, why, and what it rests on', () => {
    given(recorded()).when(correct).then(corrected);
  });

  it('leaves every former text readable', () => {
    const again: DecisionEvent = {
      type: 'PointCorrected',
      data: {
        decisionId,
        point: 2,
        former: own('Nio ledamöter och fem ersättare väljs.'),
        text: own('Tio ledamöter väljs.'),
        correctedOn: partialDate('2023-04'),
      },
    };
    given(recorded(), corrected)
      .when({ type: 'CorrectPoint', point: 2, text: 'Tio ledamöter väljs.', correctedOn: partialDate('2023-04') })
      .then(again);
    expect(given(recorded(), corrected, again).state.points[1]).toMatchObject({
      text: own('Tio ledamöter väljs.'),
      corrections: [
        {
          former: own('Nio ledamöter väljs.'),
          correctedOn: '2023-03-02',
          correctedBy: own('Kommunfullmäktiges ordförande'),
          reason: own('uppenbart skrivfel'),
          basis: later,
        },
        { former: own('Nio ledamöter och fem ersättare väljs.'), correctedOn: '2023-04' },
      ],
    });
  });

  it('is refused for a point that does not exist', () => {
    given(recorded())
      .when({ ...correct, point: 4 })
      .thenRefused('unknown-point', '/point');
  });
});

describe('a mistake of the register, edge case 10', () => {
  const corrected: DecisionEvent = {
    type: 'PointRegistrationCorrected',
    data: {
      decisionId,
      point: 1,
      text: own('Gruppen inrättas från mars.'),
      effectiveFrom: civilDate('2023-03-15'),
      reason: own('avskrivningsfel'),
    },
  };

  it('is another event than a correction of the decision, and no correction shows on the point', () => {
    given(recorded())
      .when({
        type: 'CorrectPointRegistration',
        point: 1,
        text: 'Gruppen inrättas från mars.',
        effectiveFrom: civilDate('2023-03-15'),
        reason: 'avskrivningsfel',
      })
      .then(corrected);
    expect(given(recorded(), corrected).state.points[0]).toEqual({
      number: 1,
      kind: 'establishes-group',
      text: own('Gruppen inrättas från mars.'),
      effectiveFrom: '2023-03-15',
      corrections: [],
    });
  });

  it('is refused when the effect would end before it begins, with the days there were', () => {
    given(recorded())
      .when({ type: 'CorrectPointRegistration', point: 2, effectiveFrom: civilDate('2027-01-02') })
      .thenRefused('from-after-to');
  });

  it('is refused for a point that does not exist', () => {
    given(recorded()).when({ type: 'CorrectPointRegistration', point: 4 }).thenRefused('unknown-point', '/point');
  });
});

describe('a point that a later one takes the place of', () => {
  const superseded = (from?: CivilDate): DecisionEvent => ({
    type: 'PointSuperseded',
    data: { decisionId, point: 1, ...(from === undefined ? {} : { from }), basis: later },
  });

  it('has effect until that day', () => {
    given(recorded())
      .when({ type: 'SupersedePoint', point: 1, from: civilDate('2024-05-01'), basis: later })
      .then(superseded(civilDate('2024-05-01')));
    expect(statusOn('2024-04-30', recorded(), superseded(civilDate('2024-05-01')))[0]).toBe('in-effect');
    expect(statusOn('2024-05-01', recorded(), superseded(civilDate('2024-05-01')))[0]).toBe('superseded');
  });

  it('never takes effect when superseded before, edge case 11', () => {
    given(recorded()).when({ type: 'SupersedePoint', point: 1, basis: later }).then(superseded());
    for (const day of ['2023-02-13', '2023-03-01', '2026-01-01']) {
      expect(statusOn(day, recorded(), superseded())).toEqual(['superseded', ...statusOn(day, recorded()).slice(1)]);
    }
  });

  it('must exist', () => {
    given(recorded()).when({ type: 'SupersedePoint', point: 4, basis: later }).thenRefused('unknown-point', '/point');
  });
});

describe('statements', () => {
  const [s, v, mp, person] = [10, 11, 12, 13].map((n) => specificationId(n));

  it('may be of several parties and persons together, edge case 37', () => {
    given(recorded())
      .when({
        type: 'AttachStatement',
        kind: 'reservation',
        point: 2,
        partyIds: [s!, v!, mp!],
        personIds: [person!],
        signatory: 'För partigrupperna',
        filedOn: partialDate('2023-02-13'),
        text: 'Vi reserverar oss.',
      })
      .then({
        type: 'StatementAttached',
        data: {
          decisionId,
          statementId: specificationId(0),
          kind: 'reservation',
          partyIds: [s!, v!, mp!],
          personIds: [person!],
          point: 2,
          filedOn: partialDate('2023-02-13'),
          signatory: own('För partigrupperna'),
          text: own('Vi reserverar oss.'),
        },
      });
  });

  it('are refused about a point that does not exist', () => {
    given(recorded())
      .when({ type: 'AttachStatement', kind: 'unknown', point: 4, partyIds: [], personIds: [] })
      .thenRefused('unknown-point', '/point');
  });
});

describe('a decision made outside a meeting, edge case 39', () => {
  const reported: DecisionEvent = {
    type: 'DecisionReported',
    data: { decisionId, on: partialDate('2023-04-26'), meetingId, paragraph: '6' },
  };

  it('is reported afterwards, and has effect from its own day all the same', () => {
    const { meetingId: _m, paragraph: _p, ...bare } = recorded().data;
    const urgent: DecisionEvent = { type: 'DecisionRecorded', data: { ...bare, instrument: 'urgent' } };
    given(urgent)
      .when({ type: 'ReportDecision', on: partialDate('2023-04-26'), meetingId, paragraph: '6' })
      .then(reported);
    expect(statusOn('2023-03-01', urgent)[0]).toBe('in-effect');
    expect(statusOn('2023-03-01', urgent, reported)[0]).toBe('in-effect');
    expect(given(urgent, reported).state.reported).toEqual({ on: '2023-04-26', meetingId, paragraph: '6' });
  });
});

describe('a decision that two clerks entered, edge case 61', () => {
  const marked: DecisionEvent = {
    type: 'DecisionMarkedDuplicate',
    data: { decisionId, duplicateOf: laterId, reason: own('införd två gånger') },
  };

  it('is marked once as a duplicate of the entry that holds', () => {
    given(recorded()).when({ type: 'MarkDuplicate', duplicateOf: laterId, reason: 'införd två gånger' }).then(marked);
    given(recorded(), marked).when({ type: 'MarkDuplicate', duplicateOf: laterId }).thenNothing();
    expect(given(recorded(), marked).state.duplicateOf).toBe(laterId);
  });

  it('is not a duplicate of itself', () => {
    given(recorded())
      .when({ type: 'MarkDuplicate', duplicateOf: decisionId })
      .thenRefused('duplicate-of-itself', '/duplicateOf');
  });
});
