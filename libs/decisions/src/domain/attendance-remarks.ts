import type { AttendanceEntry, Attended } from './attendance.js';
import { PARTICIPATION_OF } from './attendance-standing.js';
import { meet } from './paragraph-span.js';

/** What in a registered attendance contradicts itself. It is shown and never refused: the minutes may be so. */
export const ATTENDANCE_REMARKS = [
  /** One line has a person serving and another present only, or absent, in the same paragraphs. */
  'two-roles-at-once',
  /** Two substitutes serve in the same member's place in the same paragraphs. */
  'two-in-one-place',
  /** A substitute serves in the place of a member who serves as well. */
  'member-serves-too',
  /** Several presided in the same paragraphs. */
  'two-chairs',
  /** Lines, but nobody who presided. */
  'no-chair',
] as const;
export type AttendanceRemark = (typeof ATTENDANCE_REMARKS)[number];

export interface RemarkedAttendance {
  readonly remark: AttendanceRemark;
  readonly entryIds: readonly string[];
}

/** Pure: what does not fit together, each with the lines it is about. */
export function attendanceRemarks({ attendance = [] }: Attended): readonly RemarkedAttendance[] {
  if (attendance.length === 0) return [];
  const pairs = pairsOf(attendance).filter(([one, other]) => atOnce(one, other));
  return [
    ...about(
      'two-roles-at-once',
      pairs.filter(([one, other]) => contradict(one, other)),
    ),
    ...about(
      'two-in-one-place',
      pairs.filter(([one, other]) => sameMember(one, other)),
    ),
    ...about(
      'member-serves-too',
      pairs.filter(([one, other]) => inPlaceOf(one, other) || inPlaceOf(other, one)),
    ),
    ...about(
      'two-chairs',
      pairs.filter(([one, other]) => presides(one) && presides(other)),
    ),
    ...(attendance.some(presides) ? [] : [{ remark: 'no-chair' as const, entryIds: [] }]),
  ];
}

type Pair = readonly [AttendanceEntry, AttendanceEntry];

function pairsOf(attendance: readonly AttendanceEntry[]): readonly Pair[] {
  return attendance.flatMap((one, index) => attendance.slice(index + 1).map((other): Pair => [one, other]));
}

/** In the same paragraphs as far as the lines say; a line of the whole meeting yields to one of certain paragraphs. */
function atOnce(one: AttendanceEntry, other: AttendanceEntry): boolean {
  if (one.spans === undefined || other.spans === undefined) return one.spans === other.spans;
  return one.spans.some((span) => other.spans!.some((each) => meet(span, each)));
}

/** That the same person is member and chair, or serves and adjusts, is no contradiction; jäv is said beside the rest. */
function contradict(one: AttendanceEntry, other: AttendanceEntry): boolean {
  if (one.personId === undefined || one.personId !== other.personId) return false;
  if ([one.role, other.role].some((role) => role === 'adjuster' || role === 'disqualified')) return false;
  const substitutes = [one.role, other.role].filter((role) => role.endsWith('substitute')).length;
  const members = [one.role, other.role].filter((role) => role === 'member').length;
  return PARTICIPATION_OF[one.role] !== PARTICIPATION_OF[other.role] || (substitutes === 1 && members === 1);
}

function sameMember(one: AttendanceEntry, other: AttendanceEntry): boolean {
  const member = one.servesFor?.personId;
  const both = [one, other].every(({ role }) => role === 'serving-substitute');
  return both && member !== undefined && member === other.servesFor?.personId && one.personId !== other.personId;
}

function inPlaceOf(substitute: AttendanceEntry, member: AttendanceEntry): boolean {
  const replaced = substitute.servesFor?.personId;
  return (
    substitute.role === 'serving-substitute' &&
    replaced !== undefined &&
    replaced === member.personId &&
    member.role === 'member'
  );
}

function presides({ role }: AttendanceEntry): boolean {
  return role === 'chair' || role === 'acting-chair';
}

function about(remark: AttendanceRemark, pairs: readonly Pair[]): readonly RemarkedAttendance[] {
  return pairs.map((pair) => ({ remark, entryIds: pair.map(({ entryId }) => entryId) }));
}
