import { Refusal, withoutUndefined, type DecideContext, type Personal } from '@liggare/kernel';
import type { AttendanceClearable, AttendanceEvent, AttendanceRole } from './attendance-events.js';
import { changedFields, withoutFields } from './changed-fields.js';
import { checkSetOrCleared } from './clearing.js';
import { checkNamed, sealName, type NamedPerson, type PlainName } from './named-person.js';
import { plainSpans, type ParagraphSpan } from './paragraph-span.js';
import { sealedUnder } from './sealed-under.js';

/** A line of the attendance that the minutes give. */
export interface AttendanceEntry extends NamedPerson {
  readonly entryId: string;
  readonly role: AttendanceRole;
  readonly servesFor?: NamedPerson;
  /** Absent: the whole meeting. */
  readonly spans?: readonly ParagraphSpan[];
  readonly note?: Personal;
}

interface PlainFacts extends PlainName {
  readonly servesFor?: PlainName;
  readonly spans?: readonly ParagraphSpan[];
  readonly note?: string;
}

export interface PlainAttendance extends PlainFacts {
  readonly role: AttendanceRole;
}

export interface RecordAttendance {
  readonly type: 'RecordAttendance';
  readonly entries: readonly PlainAttendance[];
  readonly sourceNote?: string;
}

/** The register had rendered a line wrongly; `withdrawn`: the minutes have no such line. */
export interface CorrectAttendanceRegistration extends PlainFacts {
  readonly type: 'CorrectAttendanceRegistration';
  readonly entryId: string;
  readonly role?: AttendanceRole;
  readonly clears?: readonly AttendanceClearable[];
  readonly withdrawn?: boolean;
  readonly reason?: string;
}

export type AttendanceCommand = RecordAttendance | CorrectAttendanceRegistration;

/** A meeting that has attendance; absent: none is registered, which is not that nobody came. */
export interface Attended {
  readonly id: string;
  readonly attendance?: readonly AttendanceEntry[];
}

/** @throws Refusal `nobody-named`, `serves-for-oneself`, `from-after-to`, `unknown-entry`, `set-and-cleared` */
export function decideAttendance(
  state: Attended,
  command: AttendanceCommand,
  context: DecideContext,
): readonly AttendanceEvent[] {
  return command.type === 'RecordAttendance' ? record(state, command, context) : correct(state, command);
}

export function evolveAttendance<State extends Attended>(state: State, event: AttendanceEvent): State {
  const { attendance = [] } = state;
  if (event.type === 'AttendanceRecorded') return { ...state, attendance: [...attendance, ...event.data.entries] };
  const { meetingId: _, entryId, withdrawn, clears = [], reason: _why, ...corrected } = event.data;
  return {
    ...state,
    attendance: attendance.flatMap((entry) => {
      if (entry.entryId !== entryId) return [entry];
      return withdrawn ? [] : [{ ...withoutFields(entry, clears), ...corrected }];
    }),
  };
}

function record(state: Attended, command: RecordAttendance, context: DecideContext): readonly AttendanceEvent[] {
  const told = command.entries.map((entry, index) => {
    checkNamed(entry, `/entries/${index}/personId`);
    return { role: entry.role, ...factsOf(state.id, entry, `/entries/${index}`) };
  });
  const known = new Set((state.attendance ?? []).map(({ entryId: _, ...line }) => JSON.stringify(line)));
  const entries = told
    .map((line, index) => ({ entryId: context.id(index), ...line }))
    .filter(({ entryId: _, ...line }) => !known.has(JSON.stringify(line)));
  if (entries.length === 0) return [];
  const sourceNote = sealedUnder(state.id)(command.sourceNote);
  return [{ type: 'AttendanceRecorded', data: { meetingId: state.id, entries, ...withoutUndefined({ sourceNote }) } }];
}

function correct(state: Attended, command: CorrectAttendanceRegistration): readonly AttendanceEvent[] {
  const { entryId, role, clears = [] } = command;
  const entry = state.attendance?.find((each) => each.entryId === entryId);
  if (!entry) throw new Refusal('unknown-entry', 'the meeting has no such line of attendance', '/entryId');
  const set = { ...withoutUndefined({ role }), ...factsOf(state.id, command, '') };
  checkSetOrCleared(set, clears);
  const after = { ...withoutFields(entry, clears), ...set };
  checkNotForOneself(after, '/servesFor');
  if (after.personId === undefined && after.name === undefined) {
    throw new Refusal('nobody-named', 'a person of the register or a name is needed', '/clears');
  }
  const changed = changedFields(entry, set);
  const cleared = clears.filter((name) => entry[name] !== undefined);
  const withdrawn = command.withdrawn === true ? ({ withdrawn: true } as const) : {};
  const said = { ...changed, ...(cleared.length === 0 ? {} : { clears: cleared }), ...withdrawn };
  if (Object.keys(said).length === 0) return [];
  const reason = sealedUnder(state.id)(command.reason);
  const data = { meetingId: state.id, entryId, ...said, ...withoutUndefined({ reason }) };
  return [{ type: 'AttendanceRegistrationCorrected', data }];
}

function factsOf(meetingId: string, plain: PlainFacts, at: string) {
  const { servesFor, spans, note } = plain;
  if (servesFor !== undefined) checkNamed(servesFor, `${at}/servesFor/personId`);
  checkNotForOneself(plain, `${at}/servesFor/personId`);
  return {
    ...sealName(meetingId, plain),
    ...withoutUndefined({
      servesFor: servesFor === undefined ? undefined : sealName(meetingId, servesFor),
      spans: spans === undefined ? undefined : plainSpans(spans, `${at}/spans`),
      note: sealedUnder(meetingId)(note),
    }),
  };
}

interface Serving {
  readonly personId?: string;
  readonly servesFor?: { readonly personId?: string };
}

function checkNotForOneself({ personId, servesFor }: Serving, at: string): void {
  if (personId === undefined || servesFor?.personId !== personId) return;
  throw new Refusal('serves-for-oneself', 'nobody serves in their own place', at);
}
