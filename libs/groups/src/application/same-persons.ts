import { asKnown } from '@liggare/projections';

/** SQL: the ids of all persons that are known to be one human being with this one, itself included; a `uuid[]`. */
export function samePersons(personId: string, known: string): string {
  return `array(
    with recursive same(person_id) as (
      select ${personId}
      union
      select case when s.person_id = g.person_id then g.survivor_id else g.person_id end
      from same s join composition.person_merge g on s.person_id in (g.person_id, g.survivor_id)
      where ${asKnown('g', known)})
    select person_id from same)`;
}
