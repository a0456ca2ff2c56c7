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

/** Of what one line says of certain paragraphs and another of the meeting, the first holds; jäv goes before all. */
const WEIGHT: readonly Participation[] = ['disqualified', 'absent', 'served', 'present'];

/**
 * What the lines say of one person and one paragraph. Without a paragraph only what is said of the whole meeting counts.
 * @param entries lines of this one person
 */
export function participationIn(
  entries: readonly AttendanceEntry[],
  paragraph: string | undefined,
): { readonly participation: Participation; readonly by?: AttendanceEntry } {
  const said = entries
    .flatMap((entry) => {
      const specific = entry.spans !== undefined;
      const about = !specific || (paragraph !== undefined && entry.spans.some((span) => covers(span, paragraph)));
      if (!about) return [];
      const participation = PARTICIPATION_OF[entry.role];
      const general = participation === 'disqualified' || specific ? 0 : 1;
      return [{ participation, by: entry, rank: general * WEIGHT.length + WEIGHT.indexOf(participation) }];
    })
    .sort((one, other) => one.rank - other.rank)[0];
  return said === undefined ? { participation: 'not-known' } : { participation: said.participation, by: said.by };
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
