import fc from 'fast-check';
import { civilDate, partialDate, personal, specificationId, specificationOf } from '@liggare/kernel';
import { outcomeOf, type BallotRemark } from './ballot-remarks.js';
import type { Ballot } from './ballot.js';
import { BALLOT_METHODS, VOTES } from './ballot-vocabulary.js';
import type { DecisionEvent } from './decision-events.js';
import { decisionAggregate } from './decision.js';
import { presentDecision } from './decision-view.js';

const given = specificationOf(decisionAggregate);
const decisionId = specificationId(500);
const ballotId = specificationId(0);
const [anna, botvid, cecilia] = [1, 2, 3].map((n) => specificationId(100 + n)) as [string, string, string];
const recorded: DecisionEvent = {
  type: 'DecisionRecorded',
  data: {
    decisionId,
    instrument: 'meeting',
    outcome: 'adopted',
    decidedOn: partialDate('2024-03-11'),
    confidence: 'certain',
    points: [{ number: 1, kind: 'other', text: personal(decisionId, 'Förslaget') }],
  },
};
const open: DecisionEvent = {
  type: 'BallotRecorded',
  data: {
    decisionId,
    ballotId,
    method: 'open',
    point: 1,
    votes: [
      { personId: anna, vote: 'yes' },
      { personId: botvid, vote: 'no' },
    ],
    counts: { yes: 1, no: 1 },
    castingVote: { personId: anna, vote: 'yes' },
    result: 'yes',
  },
};

describe('a ballot, edge case 34', () => {
  it('is open, with who voted how, and the chair deciding at equal numbers', () => {
    given(recorded)
      .when({
        type: 'RecordBallot',
        method: 'open',
        point: 1,
        votes: [
          { personId: anna, vote: 'yes' },
          { personId: botvid, vote: 'no' },
        ],
        counts: { yes: 1, no: 1 },
        castingVote: { personId: anna, vote: 'yes' },
        result: 'yes',
      })
      .then(open);
    const { state } = given(recorded, open);
    expect(outcomeOf(state.ballots[0]!)).toEqual({
      counts: { yes: 1, no: 1, abstain: 0, absent: 0 },
      decided: 'yes',
      remarks: [],
    });
  });

  it('is closed, with numbers only', () => {
    given(recorded)
      .when({ type: 'RecordBallot', method: 'secret', counts: { yes: 31, no: 29, abstain: 1 } })
      .then({
        type: 'BallotRecorded',
        data: { decisionId, ballotId, method: 'secret', counts: { yes: 31, no: 29, abstain: 1 } },
      });
    given(recorded)
      .when({ type: 'RecordBallot', method: 'secret', votes: [{ personId: anna, vote: 'yes' }] })
      .thenRefused('names-in-secret', '/votes');
  });

  it('is by acclamation, without votes', () => {
    given(recorded)
      .when({ type: 'RecordBallot', method: 'acclamation', result: 'yes' })
      .then({ type: 'BallotRecorded', data: { decisionId, ballotId, method: 'acclamation', result: 'yes' } });
    given(recorded)
      .when({ type: 'RecordBallot', method: 'acclamation', votes: [{ personId: anna, vote: 'yes' }] })
      .thenRefused('votes-by-acclamation', '/votes');
  });

  it('is by lot, which is recorded', () => {
    const lot = { result: 'no', note: 'Lotten förrättades av sekreteraren' } as const;
    const drawn: DecisionEvent = {
      type: 'BallotRecorded',
      data: {
        ...{ decisionId, ballotId, method: 'lot' },
        lot: { result: 'no', note: personal(decisionId, 'Lotten förrättades av sekreteraren') },
      },
    };
    given(recorded).when({ type: 'RecordBallot', method: 'lot', lot }).then(drawn);
    expect(outcomeOf(given(recorded, drawn).state.ballots[0]!)).toEqual({ decided: 'no', remarks: [] });
  });

  it('cannot have a number below nothing, or a person twice, or a vote of nobody, or be of no decision', () => {
    const record = (ballot: object) =>
      given(recorded).when({ type: 'RecordBallot', method: 'open', ...ballot } as never);
    record({ counts: { yes: 3, no: -1 } }).thenRefused('negative-count', '/counts/no');
    record({ votes: [anna, botvid, anna].map((personId) => ({ personId, vote: 'yes' })) }).thenRefused(
      'same-person-twice',
      '/votes/2/personId',
    );
    record({ votes: [{ vote: 'yes' }] }).thenRefused('nobody-named', '/votes/0/personId');
    record({ point: 2 }).thenRefused('unknown-point', '/point');
    given().when({ type: 'RecordBallot', method: 'open' }).thenRefused('not-registered');
  });

  it.each<[string, Omit<Ballot, 'ballotId'>, readonly BallotRemark[]]>([
    ['numbers', { method: 'secret', counts: { yes: 2, no: 1 } }, []],
    [
      'other numbers than names',
      { method: 'open', votes: [{ personId: cecilia, vote: 'yes' }], counts: { yes: 2, no: 0 } },
      ['counts-differ-from-names'],
    ],
    ['a tie nobody broke', { method: 'secret', counts: { yes: 2, no: 2 } }, ['tie-undecided']],
    [
      'a casting vote of nothing',
      { method: 'unknown', counts: { yes: 3, no: 2 }, castingVote: { vote: 'yes', personId: anna } },
      ['casting-vote-without-tie'],
    ],
    ['a lot of nothing', { method: 'secret', counts: { yes: 3, no: 2 }, lot: { result: 'yes' } }, ['lot-without-tie']],
    [
      'another result than votes',
      { method: 'secret', counts: { yes: 3, no: 2 }, result: 'no' },
      ['result-against-votes'],
    ],
    [
      'a casting vote in a closed ballot',
      { method: 'secret', counts: { yes: 2, no: 2 }, castingVote: { vote: 'no', personId: anna } },
      ['casting-vote-in-secret'],
    ],
    ['no names in an open ballot', { method: 'open', counts: { yes: 3, no: 2 } }, ['open-without-names']],
    ['a number of one side only', { method: 'unknown', counts: { yes: 3 } }, []],
    ['acclamation', { method: 'acclamation', result: 'yes' }, []],
  ])('with %s is told as it is', (_, ballot, remarks) => {
    expect(outcomeOf({ ballotId, ...ballot }).remarks).toEqual(remarks);
  });

  it('comes to what the most votes say, whoever cast them', () => {
    const votes = fc.array(fc.constantFrom(...VOTES), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(votes, fc.constantFrom(...BALLOT_METHODS), (cast, method) => {
        const ballot = { ballotId, method, votes: cast.map((vote, n) => ({ personId: specificationId(n), vote })) };
        const [yes, no] = ['yes', 'no'].map((side) => cast.filter((vote) => vote === side).length) as [number, number];
        const { decided, counts, remarks } = outcomeOf(ballot);
        expect(decided).toBe(yes === no ? undefined : yes > no ? 'yes' : 'no');
        expect(Object.values(counts!).reduce((sum, each) => sum + each)).toBe(cast.length);
        expect(remarks.includes('tie-undecided')).toBe(yes === no);
      }),
    );
  });

  it('has its registration corrected, and is not of this decision after all, edge case 10', () => {
    const correct = {
      type: 'CorrectBallotRegistration',
      ballotId,
      counts: { yes: 2, no: 1 },
      clears: ['castingVote', 'lot'],
      reason: 'fel rad',
    } as const;
    const corrected: DecisionEvent = {
      type: 'BallotRegistrationCorrected',
      data: {
        ...{ decisionId, ballotId },
        counts: { yes: 2, no: 1 },
        clears: ['castingVote'],
        reason: personal(decisionId, 'fel rad'),
      },
    };
    given(recorded, open).when(correct).then(corrected);
    const after = given(recorded, open, corrected);
    expect(after.state.ballots[0]).not.toHaveProperty('castingVote');
    expect(after.state.ballots[0]).toMatchObject({ counts: { yes: 2, no: 1 }, result: 'yes' });
    after.when(correct).thenNothing();
    after.when({ ...correct, clears: ['counts'] }).thenRefused('set-and-cleared', '/clears/0');
    after
      .when({ type: 'CorrectBallotRegistration', ballotId, method: 'secret' })
      .thenRefused('names-in-secret', '/votes');
    after.when({ ...correct, ballotId: specificationId(9) }).thenRefused('unknown-ballot', '/ballotId');
    const withdrawn: DecisionEvent = {
      type: 'BallotRegistrationCorrected',
      data: { decisionId, ballotId, withdrawn: true },
    };
    after.when({ type: 'CorrectBallotRegistration', ballotId, withdrawn: true }).then(withdrawn);
    expect(given(recorded, open, withdrawn).state.ballots).toEqual([]);
  });

  it('may be about sending the matter back, which a minority can demand, edge case 38', () => {
    const sentBack: DecisionEvent = {
      ...recorded,
      data: { ...recorded.data, outcome: 'referred-back' },
    };
    const deferred: DecisionEvent = {
      type: 'DecisionDeferred',
      data: {
        decisionId,
        by: 'minority',
        to: { name: 'Kommunstyrelsen' },
        until: partialDate('2024-04'),
        grounds: personal(decisionId, 'Kostnaden ska utredas'),
      },
    };
    const defer = {
      type: 'DeferDecision',
      by: 'minority',
      to: { name: 'Kommunstyrelsen' },
      until: partialDate('2024-04'),
      grounds: 'Kostnaden ska utredas',
    } as const;
    given(sentBack).when(defer).then(deferred);
    given(sentBack, deferred).when({ type: 'DeferDecision', by: 'minority' }).thenNothing();
    expect(given(sentBack, deferred).state.deferral).toMatchObject({ by: 'minority', until: '2024-04' });
    const remarks = (kind: 'other' | 'elects') => {
      const { state } = given(sentBack, deferred);
      const points = state.points.map((point) => ({ ...point, kind }));
      return presentDecision({ ...state, points }, civilDate('2024-03-11')).deferral?.remarks;
    };
    expect([remarks('other'), remarks('elects')]).toEqual([[], ['election-by-minority']]);
    given(recorded).when(defer).thenRefused('not-deferred');
    given(sentBack)
      .when({ type: 'RecordBallot', method: 'secret', question: 'referral-back', counts: { yes: 21, no: 40 } })
      .then({
        type: 'BallotRecorded',
        data: { decisionId, ballotId, method: 'secret', question: 'referral-back', counts: { yes: 21, no: 40 } },
      });
  });
});
