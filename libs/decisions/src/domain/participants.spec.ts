import { partialDate, personal, specificationId, specificationOf } from '@liggare/kernel';
import type { Attended } from './attendance.js';
import type { DecisionEvent } from './decision-events.js';
import { decisionAggregate } from './decision.js';
import { participantsIn } from './participants.js';

const given = specificationOf(decisionAggregate);
const decisionId = specificationId(500);
const meetingId = specificationId(600);
const [anna, botvid, cecilia, dawit] = [1, 2, 3, 4].map((n) => specificationId(100 + n)) as [
  string,
  string,
  string,
  string,
];
const recorded: DecisionEvent = {
  type: 'DecisionRecorded',
  data: {
    ...{ decisionId, meetingId, instrument: 'meeting', outcome: 'adopted', confidence: 'certain', paragraph: '8' },
    decidedOn: partialDate('2024-03-11'),
    points: [{ number: 1, kind: 'other', text: personal(decisionId, 'Förslaget') }],
  },
};
const ballot: DecisionEvent = {
  type: 'BallotRecorded',
  data: {
    ...{ decisionId, ballotId: specificationId(9), method: 'open' },
    votes: [
      { personId: dawit, vote: 'no' },
      { personId: cecilia, vote: 'absent' },
    ],
  },
};
const meeting = {
  id: meetingId,
  date: partialDate('2024-03-11'),
  attendance: [
    { entryId: specificationId(1), role: 'member', personId: anna },
    { entryId: specificationId(2), role: 'disqualified', personId: anna, spans: [{ from: '8', to: '8' }] },
    { entryId: specificationId(3), role: 'serving-substitute', personId: botvid, spans: [{ from: '8', to: '8' }] },
  ],
} satisfies Attended & { date: unknown };

type Attached = Extract<DecisionEvent, { type: 'StatementAttached' }>['data'];

const statement = (n: number, data: Partial<Attached>): DecisionEvent => ({
  type: 'StatementAttached',
  data: { decisionId, statementId: specificationId(n), kind: 'reservation', partyIds: [], personIds: [], ...data },
});

describe('who took part in a decision', () => {
  it('is who served in its paragraph, and who voted, edge case 33', () => {
    const { state } = given(recorded, ballot);
    const { attendanceKnown, participants } = participantsIn(state, meeting);
    expect(attendanceKnown).toBe(true);
    expect(participants.map(({ personId, participation }) => [personId, participation])).toEqual([
      [anna, 'disqualified'],
      [botvid, 'served'],
      [dawit, 'served'],
      [cecilia, 'absent'],
    ]);
    expect(participants[2]!.votes).toEqual([{ ballotId: specificationId(9), vote: 'no' }]);
  });

  it('is remarked upon where votes and attendance do not fit, edge cases 33 and 34', () => {
    const chaired = {
      ...meeting,
      attendance: [
        ...meeting.attendance,
        { entryId: specificationId(4), role: 'chair', personId: cecilia },
        { entryId: specificationId(5), role: 'non-serving-substitute', personId: dawit },
      ],
    } satisfies Attended;
    const votes = [anna, botvid, cecilia, dawit].map((personId) => ({ personId, vote: 'yes' }) as const);
    const cast = (personId: string): DecisionEvent => ({
      type: 'BallotRecorded',
      data: { decisionId, ballotId: specificationId(9), method: 'open', votes, castingVote: { personId, vote: 'yes' } },
    });
    const remarks = (personId: string, at: Attended) =>
      participantsIn(given(recorded, cast(personId)).state, at).participants.map((each) => each.remarks);
    expect(remarks(cecilia, chaired)).toEqual([['voted-though-disqualified'], [], [], ['voted-without-serving']]);
    expect(remarks(botvid, chaired)[1]).toEqual(['casting-vote-of-another']);
    // Without a chair in the attendance nobody can be said not to be it.
    expect(remarks(botvid, meeting)[1]).toEqual([]);
  });

  it('is not known of a meeting whose attendance is not registered', () => {
    const { state } = given(recorded);
    expect(participantsIn(state, { id: meetingId })).toEqual({
      attendanceKnown: false,
      participants: [],
      statements: [],
    });
    expect(participantsIn(state).attendanceKnown).toBe(false);
  });
});

describe('a reservation, edge case 36', () => {
  const remarks = (event: DecisionEvent, at?: typeof meeting) =>
    participantsIn(given(recorded, ballot, event).state, at).statements.map((each) => each.remarks);

  it('is of somebody who took part', () => {
    expect(remarks(statement(20, { personIds: [botvid, dawit] }), meeting)).toEqual([[]]);
  });

  it('is remarked upon when the author took no part, and never refused', () => {
    expect(remarks(statement(20, { personIds: [botvid, anna] }), meeting)).toEqual([['author-took-no-part']]);
    given(recorded, ballot)
      .when({ type: 'AttachStatement', kind: 'reservation', partyIds: [], personIds: [anna] })
      .then(statement(0, { personIds: [anna] }));
  });

  it('is flagged when it is not known who took part, but for those who voted', () => {
    expect(remarks(statement(20, { personIds: [botvid] }))).toEqual([['participation-not-known']]);
    expect(remarks(statement(20, { personIds: [dawit] }))).toEqual([[]]);
  });

  it('is late when it was filed after the meeting', () => {
    const on = (filedOn: string) => statement(20, { personIds: [botvid], filedOn: partialDate(filedOn) });
    expect(remarks(on('2024-03-12'), meeting)).toEqual([['filed-after-meeting']]);
    expect(remarks(on('2024-03-11'), meeting)).toEqual([[]]);
    expect(remarks(on('2024-03'), meeting)).toEqual([[]]);
  });

  it('is not to be mistaken for a special statement, a note, or what the paper does not name', () => {
    for (const kind of ['special-statement', 'minutes-note', 'unknown'] as const) {
      expect(remarks(statement(20, { kind, personIds: [anna], filedOn: partialDate('2025') }), meeting)).toEqual([[]]);
    }
  });

  it('may be of several persons and parties together, edge case 37', () => {
    const joint = statement(20, { personIds: [botvid, anna], partyIds: [specificationId(300), specificationId(301)] });
    const { statements } = participantsIn(given(recorded, ballot, joint).state, meeting);
    expect(statements[0]!.authors).toEqual([
      { personId: botvid, participation: 'served' },
      { personId: anna, participation: 'disqualified' },
    ]);
  });
});
