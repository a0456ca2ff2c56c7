import fc from 'fast-check';
import { partialDate, personal, specificationId, specificationOf } from '@liggare/kernel';
import type { PlainAttendance } from './attendance.js';
import { ATTENDANCE_ROLES } from './attendance-events.js';
import { attendanceRemarks } from './attendance-remarks.js';
import { participantsOf, participationIn } from './attendance-standing.js';
import type { MeetingEvent } from './meeting-events.js';
import { meetingAggregate } from './meeting.js';

const given = specificationOf(meetingAggregate);
const meetingId = specificationId(500);
const [anna, botvid, cecilia, dawit] = [1, 2, 3, 4].map((n) => specificationId(100 + n)) as [
  string,
  string,
  string,
  string,
];
const recorded: MeetingEvent = {
  type: 'MeetingRecorded',
  data: { meetingId, organ: { name: 'Kommunstyrelsen' }, date: partialDate('2024-03-11') },
};

type Line = Extract<MeetingEvent, { type: 'AttendanceRecorded' }>['data']['entries'][number];

/** The event that records these lines, with the ids a specification gives them. */
function attended(...entries: readonly Omit<Line, 'entryId'>[]): MeetingEvent {
  const lines = entries.map((entry, index) => ({ entryId: specificationId(index), ...entry }));
  return { type: 'AttendanceRecorded', data: { meetingId, entries: lines } };
}

const took = (event: MeetingEvent, paragraph?: string) =>
  participantsOf(given(recorded, event).state, paragraph).map(({ personId, participation }) => [
    personId,
    participation,
  ]);

describe('the attendance of a meeting', () => {
  it('is what the minutes record, with a name that is not registered sealed', () => {
    const command = {
      type: 'RecordAttendance',
      entries: [
        { role: 'chair', personId: anna },
        { role: 'other', name: 'En Tjänsteman', note: 'föredragande' },
        { role: 'serving-substitute', personId: botvid, servesFor: { name: 'Någon Annan' }, spans: [{ from: '3' }] },
      ],
    } as const;
    const then: MeetingEvent = {
      type: 'AttendanceRecorded',
      data: {
        meetingId,
        entries: [
          { entryId: specificationId(0), role: 'chair', personId: anna },
          {
            entryId: specificationId(1),
            role: 'other',
            name: personal(meetingId, 'En Tjänsteman'),
            note: personal(meetingId, 'föredragande'),
          },
          {
            entryId: specificationId(2),
            role: 'serving-substitute',
            personId: botvid,
            servesFor: { name: personal(meetingId, 'Någon Annan') },
            spans: [{ from: '3' }],
          },
        ],
      },
    };
    given(recorded).when(command).then(then);
    given().when(command).thenRefused('not-registered');
    expect(given(recorded).state.attendance).toBeUndefined();
  });

  it('told again says nothing new, and new lines come beside the old', () => {
    const before = attended({ role: 'chair', personId: anna });
    const again = { role: 'chair', personId: anna } as const;
    given(recorded, before)
      .when({ type: 'RecordAttendance', entries: [again] })
      .thenNothing();
    const both = { type: 'RecordAttendance', entries: [again, { role: 'member', personId: botvid }] } as const;
    given(recorded, before)
      .when(both)
      .then({
        type: 'AttendanceRecorded',
        data: { meetingId, entries: [{ entryId: specificationId(1), role: 'member', personId: botvid }] },
      });
  });

  it('names somebody, nobody in their own place, and paragraphs in order', () => {
    const record = (entry: PlainAttendance) =>
      given(recorded).when({ type: 'RecordAttendance', entries: [{ role: 'chair', personId: dawit }, entry] });
    record({ role: 'member' }).thenRefused('nobody-named', '/entries/1/personId');
    record({ role: 'serving-substitute', personId: anna, servesFor: { personId: anna } }).thenRefused(
      'serves-for-oneself',
      '/entries/1/servesFor/personId',
    );
    record({ role: 'member', personId: anna, spans: [{ to: '3' }, { from: '§ 10', to: '9' }] }).thenRefused(
      'from-after-to',
      '/entries/1/spans/1/to',
    );
  });

  it('has a substitute serving in some paragraphs only, edge case 32', () => {
    const minutes = attended(
      { role: 'member', personId: anna, spans: [{ to: '11' }, { from: '19' }] },
      { role: 'non-serving-substitute', personId: botvid, spans: [{ to: '11' }, { from: '19' }] },
      {
        role: 'serving-substitute',
        personId: botvid,
        servesFor: { personId: anna },
        spans: [{ from: '12', to: '18' }],
      },
    );
    expect(took(minutes, '§ 9')).toEqual([
      [anna, 'served'],
      [botvid, 'present'],
    ]);
    expect(took(minutes, '12')).toEqual([
      [anna, 'not-known'],
      [botvid, 'served'],
    ]);
    expect(took(minutes, '18 a')).toEqual([
      [anna, 'not-known'],
      [botvid, 'not-known'],
    ]);
    expect(took(minutes, '100')).toEqual([
      [anna, 'served'],
      [botvid, 'present'],
    ]);
    expect(took(minutes)).toEqual([
      [anna, 'not-known'],
      [botvid, 'not-known'],
    ]);
    const { state } = given(recorded, minutes);
    expect(participantsOf(state, '13')[1]).toEqual({
      personId: botvid,
      participation: 'served',
      role: 'serving-substitute',
      servesFor: { personId: anna },
    });
    expect(attendanceRemarks(state).map(({ remark }) => remark)).toEqual(['no-chair']);
  });

  it('keeps who is disqualified out of the paragraph, and in the others, edge case 33', () => {
    const minutes = attended(
      { role: 'chair', personId: dawit },
      { role: 'member', personId: anna },
      { role: 'disqualified', personId: anna, spans: [{ from: '8', to: '8' }] },
    );
    expect(took(minutes, '7')[1]).toEqual([anna, 'served']);
    expect(took(minutes, '8')[1]).toEqual([anna, 'disqualified']);
    expect(attendanceRemarks(given(recorded, minutes).state)).toEqual([]);
    const nowhere = attended(
      { role: 'member', personId: anna, spans: [{ to: '9' }] },
      { role: 'disqualified', personId: anna },
    );
    expect(took(nowhere, '8')).toEqual([[anna, 'disqualified']]);
  });

  it('has an acting chair for some paragraphs without anybody being appointed, edge case 30', () => {
    const minutes = attended(
      { role: 'chair', personId: anna },
      { role: 'acting-chair', personId: botvid, servesFor: { personId: anna }, spans: [{ from: '4', to: '6' }] },
      { role: 'adjuster', personId: cecilia },
    );
    const { state } = given(recorded, minutes);
    expect(participantsOf(state, '5').map(({ role }) => role)).toEqual(['chair', 'acting-chair', 'adjuster']);
    expect(attendanceRemarks(state)).toEqual([]);
    expect(meetingAggregate.catalogue.types.filter((type) => /Appointed|RoleAssigned/.test(type))).toEqual([]);
  });

  it('is told as it stands even where it contradicts itself', () => {
    const remarks = (...entries: readonly Omit<Line, 'entryId'>[]) =>
      attendanceRemarks(given(recorded, attended({ role: 'chair', personId: dawit }, ...entries)).state).map(
        ({ remark, entryIds }) => [remark, ...entryIds.map((id) => Number(id.slice(-12)))],
      );
    expect(remarks({ role: 'member', personId: anna }, { role: 'absent', personId: anna })).toEqual([
      ['two-roles-at-once', 1, 2],
    ]);
    expect(
      remarks({ role: 'member', personId: anna }, { role: 'absent', personId: anna, spans: [{ from: '4' }] }),
    ).toEqual([]);
    const substitute = { role: 'serving-substitute', servesFor: { personId: anna } } as const;
    expect(remarks({ ...substitute, personId: botvid }, { ...substitute, personId: cecilia })).toEqual([
      ['two-in-one-place', 1, 2],
    ]);
    expect(remarks({ role: 'member', personId: anna }, { ...substitute, personId: botvid })).toEqual([
      ['member-serves-too', 1, 2],
    ]);
    expect(remarks({ role: 'acting-chair', personId: anna })).toEqual([['two-chairs', 0, 1]]);
    expect(attendanceRemarks(given(recorded).state)).toEqual([]);
  });

  it('has a line corrected when the register was wrong, edge case 10', () => {
    const before = attended({ role: 'member', personId: anna, spans: [{ to: '4' }] });
    const correct = {
      type: 'CorrectAttendanceRegistration',
      entryId: specificationId(0),
      personId: botvid,
      clears: ['spans'],
      reason: 'fel rad',
    } as const;
    const corrected: MeetingEvent = {
      type: 'AttendanceRegistrationCorrected',
      data: {
        meetingId,
        entryId: specificationId(0),
        personId: botvid,
        clears: ['spans'],
        reason: personal(meetingId, 'fel rad'),
      },
    };
    given(recorded, before).when(correct).then(corrected);
    const after = given(recorded, before, corrected);
    expect(after.state.attendance).toEqual([{ entryId: specificationId(0), role: 'member', personId: botvid }]);
    after.when(correct).thenNothing();
    after.when({ ...correct, personId: anna, clears: ['personId'] }).thenRefused('set-and-cleared', '/clears/0');
    after
      .when({ type: 'CorrectAttendanceRegistration', entryId: specificationId(0), clears: ['personId'] })
      .thenRefused('nobody-named', '/clears');
    after.when({ ...correct, entryId: specificationId(7) }).thenRefused('unknown-entry', '/entryId');
  });

  it('loses a line that the minutes of this meeting do not have, edge case 10', () => {
    const before = attended({ role: 'member', personId: anna }, { role: 'member', personId: botvid });
    const withdrawn: MeetingEvent = {
      type: 'AttendanceRegistrationCorrected',
      data: { meetingId, entryId: specificationId(0), withdrawn: true },
    };
    given(recorded, before)
      .when({ type: 'CorrectAttendanceRegistration', entryId: specificationId(0), withdrawn: true })
      .then(withdrawn);
    expect(given(recorded, before, withdrawn).state.attendance).toEqual([
      { entryId: specificationId(1), role: 'member', personId: botvid },
    ]);
  });

  it('tells the same of a person whatever the order of the lines', () => {
    const paragraph = fc.integer({ min: 1, max: 5 }).map(String);
    const span = fc
      .tuple(paragraph, paragraph)
      .map((both) => both.sort())
      .map(([from, to]) => ({ from, to }));
    const line = fc.record(
      { role: fc.constantFrom(...ATTENDANCE_ROLES), spans: fc.array(span, { minLength: 1, maxLength: 2 }) },
      { requiredKeys: ['role'] },
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), paragraph, (lines, at) => {
        const entries = lines.map((each, index) => ({ ...each, entryId: String(index), personId: anna })) as never[];
        const { participation } = participationIn(entries, at);
        expect(participationIn([...entries].reverse(), at).participation).toBe(participation);
      }),
    );
  });
});
