import type { Surroundings } from './surroundings.js';

/**
 * Tells which human being an entry is: entries that were merged are one (edge case 55). What is known of a person that
 * these refer to counts; whether the survivor was merged on into somebody that nobody here refers to does not.
 * @param personIds of the entity that is examined, which refers to them
 * @returns the same id for entries of the same human being
 */
export function humansAmong(personIds: Iterable<string>, others: Surroundings): (personId: string) => string {
  const leads = new Map<string, string>();
  const human = (id: string): string => {
    const lead = leads.get(id);
    return lead === undefined ? id : human(lead);
  };
  const same = (one: string, other: string) => {
    const [a, b] = [human(one), human(other)];
    if (a !== b) leads.set(a, b);
  };
  for (const id of new Set(personIds)) {
    const person = others.get('person', id);
    if (person?.mergedInto) same(id, person.mergedInto.personId);
    for (const { personId } of person?.standsFor ?? []) same(personId, id);
  }
  return human;
}
