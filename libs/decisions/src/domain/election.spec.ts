import { civilDate, partialDate, personal, specificationId, specificationOf } from '@liggare/kernel';
import type { DecisionEvent } from './decision-events.js';
import { decisionAggregate } from './decision.js';
import { presentDecision } from './decision-view.js';
import { presentElection } from './election-view.js';
import type { RecordElection } from './election.js';

const given = specificationOf(decisionAggregate);
const decisionId = specificationId(500);
const electionId = specificationId(0);
const persons = Array.from({ length: 12 }, (_, n) => ({ personId: specificationId(100 + n) }));
const decidedOn = partialDate('2023-02-13');
const recorded: DecisionEvent = {
  type: 'DecisionRecorded',
  data: {
    decisionId,
    instrument: 'meeting',
    outcome: 'adopted',
    decidedOn,
    confidence: 'certain',
    points: [{ number: 1, kind: 'elects', text: personal(decisionId, 'Val av nio ledamöter') }],
  },
};
type Recorded = Extract<DecisionEvent, { type: 'ElectionRecorded' }>;
type Data = Omit<Recorded['data'], 'decisionId' | 'electionId'>;

const proportional = {
  method: 'proportional',
  office: 'members',
  seats: 5,
  point: 1,
  request: { by: 18, present: 61 },
  lists: [
    { number: 1, votes: 32, candidates: persons.slice(0, 5) },
    { number: 2, votes: 18, candidates: persons.slice(5, 8) },
    { number: 3, votes: 8, candidates: persons.slice(8, 9) },
  ],
} satisfies Data;

const elected = (data: Data): Recorded => ({ type: 'ElectionRecorded', data: { decisionId, electionId, ...data } });
const view = (data: Data, on = decidedOn) => presentElection(elected(data).data, on);

describe('a proportional election, edge case 35', () => {
  it('is recorded with its request, lists, votes and lots', () => {
    const command: RecordElection = {
      type: 'RecordElection',
      ...proportional,
      lists: [
        ...proportional.lists,
        { number: 4, designation: 'Lista X', candidates: [{ name: 'Någon Oregistrerad' }] },
      ],
      lots: [3],
      lotNote: 'Lottning mellan lista 1 och 3',
    };
    const unnamed = {
      number: 4,
      designation: personal(decisionId, 'Lista X'),
      candidates: [{ name: personal(decisionId, 'Någon Oregistrerad') }],
    };
    given(recorded)
      .when(command)
      .then(
        elected({
          ...proportional,
          lists: [...proportional.lists, unnamed],
          lots: [3],
          lotNote: personal(decisionId, 'Lottning mellan lista 1 och 3'),
        }),
      );
    given().when(command).thenRefused('not-registered');
  });

  it('gives its seats to the lists in order of their comparison numbers, and says who holds which', () => {
    const { quota, statute, distribution, holders, remarks } = view(proportional);
    expect([quota, statute, remarks]).toEqual([11, { sfs: '2022:629', stated: false }, []]);
    expect(distribution!.awards.map(({ list, votes, divisor }) => [list, votes / divisor])).toEqual([
      [1, 32],
      [2, 18],
      [1, 16],
      [1, 32 / 3],
      [2, 9],
    ]);
    expect(holders).toEqual([
      { place: 1, list: 1, ...persons[0] },
      { place: 2, list: 2, ...persons[5] },
      { place: 3, list: 1, ...persons[1] },
      { place: 4, list: 1, ...persons[2] },
      { place: 5, list: 2, ...persons[6] },
    ]);
  });

  it('was held under the act of its day, unless the minutes state another', () => {
    expect(view(proportional, partialDate('2019-02-11')).statute).toEqual({ sfs: '1992:339', stated: false });
    expect(view(proportional, partialDate('2022'))).not.toHaveProperty('statute');
    const stated = view({ ...proportional, statute: '1992:339' });
    expect([stated.statute, stated.remarks]).toEqual([{ sfs: '1992:339', stated: true }, ['statute-not-of-the-day']]);
  });

  it('leaves a tie open until a lot is told of', () => {
    const thirteen = {
      ...proportional,
      seats: 13,
      lists: [
        { number: 1, votes: 32 },
        { number: 2, votes: 18 },
        { number: 3, votes: 8 },
      ],
    };
    expect(view(thirteen)).toMatchObject({
      distribution: { undecided: { seats: 1, between: [1, 3] } },
      remarks: ['tie-needs-lot'],
    });
    expect(view({ ...thirteen, lots: [3] })).toMatchObject({ remarks: [] });
    expect(view({ ...thirteen, lots: [2] }).remarks).toEqual(['tie-needs-lot', 'lot-without-tie']);
  });

  it('is told as the minutes have it, also where they are against the votes', () => {
    const declared = [
      { ...persons[0], list: 1 },
      { ...persons[5], list: 2 },
      { ...persons[6], list: 2 },
      { ...persons[7], list: 2 },
    ];
    const { holders, remarks } = view({ ...proportional, request: { by: 5, present: 50 }, elected: declared });
    expect(holders.map(({ place, list, personId }) => [place, list, personId])).toEqual(
      declared.map(({ personId, list }, index) => [index + 1, list, personId]),
    );
    expect(remarks).toEqual([
      'request-below-quota',
      'elected-not-seats',
      'elected-against-votes',
      'more-ballots-than-present',
    ]);
    expect(view({ ...proportional, elected: [{ ...persons[9], list: 1 }] }).remarks).toEqual([
      'elected-not-seats',
      'elected-not-on-list',
    ]);
    expect(view({ ...proportional, seats: 12 }).remarks).toEqual(['seats-unfilled']);
  });

  it('has substitutes elected apart, in an order of their own', () => {
    const substitutes = elected({ ...proportional, office: 'substitutes', seats: 2 });
    const { state } = given(recorded, elected(proportional), {
      ...substitutes,
      data: { ...substitutes.data, electionId: specificationId(1) },
    });
    const { elections } = presentDecision(state, civilDate('2023-03-01'));
    expect(elections.map(({ office, holders }) => [office, holders.length])).toEqual([
      ['members', 5],
      ['substitutes', 2],
    ]);
  });

  it('has substitutes elected as the members were, or is remarked upon', () => {
    const substitutes = elected({ ...proportional, office: 'substitutes' }).data;
    const remarks = (method: 'proportional' | 'acclamation' | 'unknown', on = decidedOn) =>
      presentElection(substitutes, on, [{ method, office: 'members' }]).remarks;
    expect([remarks('proportional'), remarks('unknown')]).toEqual([[], []]);
    expect(remarks('acclamation')).toEqual(['substitutes-unlike-members']);
    expect(remarks('acclamation', partialDate('2019-02-11'))).toEqual([]);
  });

  it('is not what it cannot be', () => {
    const record = (change: object) => given(recorded).when({ type: 'RecordElection', ...proportional, ...change });
    record({ lists: [{ number: 1 }, { number: 1 }] }).thenRefused('list-numbered-twice', '/lists/1/number');
    record({ lots: [1, 9] }).thenRefused('unknown-list', '/lots/1');
    record({ elected: [{ ...persons[0], list: 9 }] }).thenRefused('unknown-list', '/elected/0/list');
    record({ elected: [persons[0], persons[0]] }).thenRefused('same-person-twice', '/elected/1/personId');
    record({ lists: [{ number: 1, candidates: [{}] }] }).thenRefused('nobody-named', '/lists/0/candidates/0/personId');
    record({ point: 2 }).thenRefused('unknown-point', '/point');
  });

  it('has its registration corrected, edge case 10', () => {
    const corrected: DecisionEvent = {
      type: 'ElectionRegistrationCorrected',
      data: { decisionId, electionId, seats: 7, clears: ['request'], reason: personal(decisionId, 'fel antal') },
    };
    const correct = {
      type: 'CorrectElectionRegistration',
      electionId,
      seats: 7,
      clears: ['request', 'statute'],
      reason: 'fel antal',
    } as const;
    const before = given(recorded, elected(proportional));
    before.when(correct).then(corrected);
    before.when({ ...correct, electionId: specificationId(4) }).thenRefused('unknown-election', '/electionId');
    before.when({ ...correct, fills: { decisionId, electionId } }).thenRefused('fills-itself', '/fills/electionId');
    const after = given(recorded, elected(proportional), corrected);
    expect(after.state.elections[0]).not.toHaveProperty('request');
    expect(after.state.elections[0]).toMatchObject({ seats: 7, lists: proportional.lists });
    after.when(correct).thenNothing();
    const withdrawn: DecisionEvent = {
      type: 'ElectionRegistrationCorrected',
      data: { decisionId, electionId, withdrawn: true },
    };
    after.when({ type: 'CorrectElectionRegistration', electionId, withdrawn: true }).then(withdrawn);
    expect(given(recorded, elected(proportional), withdrawn).state.elections).toEqual([]);
  });
});

describe('a by-election, edge case 15', () => {
  it('names the election and the list whose seat it fills', () => {
    const fills = { decisionId: specificationId(600), electionId: specificationId(7), list: 2 };
    const byElection = {
      method: 'acclamation',
      office: 'members',
      seats: 1,
      lists: [],
      elected: [persons[8]!],
      fills,
    } satisfies Data;
    given(recorded)
      .when({ type: 'RecordElection', ...byElection })
      .then(elected(byElection));
    expect(view(byElection)).toMatchObject({ fills, holders: [{ place: 1, ...persons[8] }], remarks: [] });
    expect(view(byElection)).not.toHaveProperty('statute');
  });

  it('finds the list a seat belongs to by the only list that names its holder', () => {
    const { holders } = view({ ...proportional, elected: [persons[5]!, persons[11]!] });
    expect(holders).toEqual([
      { place: 1, list: 2, ...persons[5] },
      { place: 2, ...persons[11] },
    ]);
  });
});
