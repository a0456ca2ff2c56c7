import type { AttendanceEntry, Attended } from './attendance.js';
import type { AttendanceRole } from './attendance-events.js';
import type { NamedPerson } from './named-person.js';
import { covers } from './paragraph-span.js';

/**
 * What somebody had to do with a paragraph: `served` took part in the decision, `present` was there without a part in
 * it, `disqualified` and `absent` had none. `not-known`: the minutes, as registered, do not tell.
 */
export const PARTICIPATIONS = ['served', 'present', 'disqualified', 'absent', 'not-known'] as const;
export type Participation = (typeof PARTICIPATIONS)[number];

export const PARTICIPATION_OF: Readonly<Record<AttendanceRole, Exclude<Participation, 'not-known'>>> = {
  member: 'served',
  'serving-substitute': 'served',
  chair: 'served',
  'acting-chair': 'served',
  'non-serving-substitute': 'present',
  adjuster: 'present',
  secretary: 'present',
  other: 'present',
  absent: 'absent',
  disqualified: 'disqualified',
};

/**
 * What somebody is told as, where several lines tell: jäv goes before all, absence before service, service before mere
 * presence.
 */
export const HEAVIEST_ROLE_FIRST: readonly AttendanceRole[] = [
  'disqualified',
  'absent',
  'acting-chair',
  'chair',
  'serving-substitute',
  'member',
  'non-serving-substitute',
  'adjuster',
  'secretary',
  'other',
];

/**
 * What the lines say of one person and one paragraph. Without a paragraph only what is said of the whole meeting counts.
 * @param entries lines of this one person
 */
export function participationIn(
  entries: readonly AttendanceEntry[],
  paragraph: string | undefined,
): { readonly participation: Participation; readonly by?: AttendanceEntry } {
  const [said] = entries
    .filter((entry) => isAbout(entry, paragraph))
    .sort((one, other) => weight(one) - weight(other) || (one.entryId < other.entryId ? -1 : 1));
  return said === undefined ? { participation: 'not-known' } : { participation: PARTICIPATION_OF[said.role], by: said };
}

/** What is said of certain paragraphs holds before what is said of the meeting; jäv is always of certain ones. */
function weight({ role, spans }: AttendanceEntry): number {
  const general = role !== 'disqualified' && spans === undefined;
  return (general ? HEAVIEST_ROLE_FIRST.length : 0) + HEAVIEST_ROLE_FIRST.indexOf(role);
}

function isAbout({ spans }: AttendanceEntry, paragraph: string | undefined): boolean {
  return spans === undefined || (paragraph !== undefined && spans.some((span) => covers(span, paragraph)));
}

/** Registered persons who presided in the paragraph, for some or all of it. */
export function presidingIn({ attendance = [] }: Attended, paragraph: string | undefined): readonly string[] {
  return attendance
    .filter((entry) => (entry.role === 'chair' || entry.role === 'acting-chair') && isAbout(entry, paragraph))
    .flatMap(({ personId }) => personId ?? []);
}

/** A person of the attendance, and what they had to do with a paragraph. */
export interface Participant extends NamedPerson {
  readonly participation: Participation;
  /** As what, and for whom, by the line that tells. */
  readonly role?: AttendanceRole;
  readonly servesFor?: NamedPerson;
}

/** Everybody the attendance names, in its order, and what each had to do with the paragraph. */
export function participantsOf({ attendance = [] }: Attended, paragraph: string | undefined): readonly Participant[] {
  return [...personsOf(attendance).values()].map((entries) => {
    const { personId, name } = entries[0]!;
    const { participation, by } = participationIn(entries, paragraph);
    return {
      ...(personId === undefined ? {} : { personId }),
      ...(name === undefined ? {} : { name }),
      participation,
      ...(by === undefined ? {} : { role: by.role }),
      ...(by?.servesFor === undefined ? {} : { servesFor: by.servesFor }),
    };
  });
}

/** Lines by person. Two lines of the same mere name cannot be told to be of one person: names are sealed. */
export function personsOf(attendance: readonly AttendanceEntry[]): ReadonlyMap<string, readonly AttendanceEntry[]> {
  const persons = new Map<string, AttendanceEntry[]>();
  for (const entry of attendance) {
    const key = entry.personId ?? entry.entryId;
    persons.set(key, [...(persons.get(key) ?? []), entry]);
  }
  return persons;
}
