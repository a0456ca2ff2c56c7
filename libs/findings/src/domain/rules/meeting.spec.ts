import { idOf, Known } from '../../testing/known.js';

/** A body of three members and a substitute, and a meeting of it. */
function meeting(...attendance: readonly object[]) {
  const appointed = (word: string, seat: number, type: string) => ({
    type,
    data: { appointmentId: idOf(`seat ${word}`), personId: idOf(word), seat, from: '2023-01-01' },
  });
  return new Known()
    .told('group', 'board', [
      { type: 'GroupEstablished', data: { name: 'Styrelsen', legalForm: 'municipal-board', from: '2023-01-01' } },
      {
        type: 'InstructionAdopted',
        data: { version: 1, effectiveFrom: '2023-01-01', memberSeats: 3, substituteSeats: 1 },
      },
      ...['a', 'b', 'c'].map((word, index) => appointed(word, index + 1, 'MemberAppointed')),
      appointed('d', 1, 'SubstituteAppointed'),
    ])
    .with('meeting', 'meeting', {
      organ: { groupId: idOf('board') },
      date: '2024-02-12',
      attendance: attendance.map((entry, index) => ({ entryId: idOf(`line ${index}`), ...entry })),
    } as never);
}
const served = (word: string, role = 'member') => ({ personId: idOf(word), role });

describe('meetings', () => {
  it('more than half of the members must serve', () => {
    expect(meeting(served('a', 'chair'), served('b')).daysOf('meeting-without-quorum')).toEqual([]);
    expect(meeting(served('a', 'chair')).daysOf('meeting-without-quorum')).toEqual(['2024-02-12 – ']);
    expect(meeting().daysOf('meeting-without-quorum')).toEqual([]);
  });

  it('edge case 30: who serves has a seat', () => {
    const substitute = { ...served('d', 'serving-substitute'), servesFor: { personId: idOf('c') } };
    expect(meeting(served('a', 'chair'), served('b'), substitute).daysOf('served-without-seat')).toEqual([]);
    expect(meeting(served('a', 'chair'), served('x')).daysOf('served-without-seat')).toEqual(['2024-02-12 – ']);
  });

  it('edge case 55: who serves under another entry has the seat, and does not count twice', () => {
    const attended = () => meeting(served('a', 'chair'), served('a too'));
    const merge = { mergeId: idOf('merge'), survivorId: idOf('a'), mergedId: idOf('a too') };
    expect(attended().daysOf('served-without-seat')).toEqual(['2024-02-12 – ']);
    expect(attended().daysOf('meeting-without-quorum')).toEqual([]);
    const known = attended();
    for (const word of ['a', 'a too']) {
      known.with('person', word, {}).told('person', word, [{ type: 'PersonsMerged', data: merge }]);
    }
    expect(known.daysOf('served-without-seat')).toEqual([]);
    expect(known.daysOf('meeting-without-quorum')).toEqual(['2024-02-12 – ']);
  });

  it('edge case 32: lines that contradict each other are found, each by a rule of its own', () => {
    const rules = (...attendance: readonly object[]) =>
      [
        ...new Set(
          meeting(...attendance)
            .findings()
            .map(({ rule }) => rule),
        ),
      ].filter((rule) => rule.startsWith('attendance-'));
    expect(rules(served('a', 'chair'), served('b'), served('b', 'absent'))).toEqual(['attendance-two-roles-at-once']);
    expect(rules(served('a', 'chair'), served('b', 'acting-chair'))).toEqual(['attendance-two-chairs']);
    expect(rules(served('a'), served('b'))).toEqual(['attendance-no-chair']);
  });

  const decision = (state: object) =>
    meeting(served('a', 'chair'), served('b'), {
      ...served('c', 'disqualified'),
      spans: [{ from: '22', to: '22' }],
    }).with('decision', 'decision', {
      ...{ instrument: 'meeting', outcome: 'adopted', confidence: 'probable', organ: { groupId: idOf('board') } },
      ...{ decidedOn: '2024-02-12', paragraph: '22', meetingId: idOf('meeting') },
      ...state,
    } as never);

  it('edge case 33: somebody disqualified voted', () => {
    const ballot = { ballotId: idOf('ballot'), method: 'open', votes: [{ personId: idOf('c'), vote: 'yes' }] };
    expect(decision({ ballots: [ballot] }).daysOf('participant-voted-though-disqualified')).toEqual(['2024-02-12 – ']);
  });

  it('edge case 34: a ballot that does not add up', () => {
    const ballot = { ballotId: idOf('ballot'), method: 'secret', counts: { yes: 5, no: 5 } };
    expect(decision({ ballots: [ballot] }).daysOf('ballot-tie-undecided')).toEqual(['2024-02-12 – ']);
    const decidedByLot = { ...ballot, lot: { result: 'yes' } };
    expect(decision({ ballots: [decidedByLot] }).daysOf('ballot-tie-undecided')).toEqual([]);
  });

  it('edge case 35: a proportional election requested by too few', () => {
    const election = {
      electionId: idOf('election'),
      ...{ method: 'proportional', office: 'members', seats: 7, lists: [], request: { by: 5, present: 61 } },
    };
    expect(decision({ elections: [election] }).daysOf('election-request-below-quota')).toEqual(['2024-02-12 – ']);
  });

  it('edge case 36: a reservation by somebody who took no part', () => {
    const statement = { statementId: idOf('s'), kind: 'reservation', partyIds: [], personIds: [idOf('c')] };
    expect(decision({ statements: [statement] }).daysOf('statement-author-took-no-part')).toEqual(['2024-02-12 – ']);
    const late = { ...statement, personIds: [idOf('b')], filedOn: '2024-02-20' };
    expect(decision({ statements: [late] }).daysOf('statement-filed-after-meeting')).toEqual(['2024-02-12 – ']);
  });

  it('edge case 38: an election sent back by a minority', () => {
    const points = [{ number: 1, kind: 'elects', text: {}, corrections: [] }];
    const known = decision({ deferral: { by: 'minority' }, points });
    expect(known.daysOf('deferral-election-by-minority')).toEqual(['2024-02-12 – ']);
  });
});
