import { asKnown } from '@liggare/projections';

/**
 * SQL: who stands for the person, at the end of a chain of merges; null when nobody does. The known position is `$1`. A
 * circle cannot be recorded, and `union` would stop in it all the same.
 */
export function survivorOf(personId: string): string {
  return `(
    with recursive chain(survivor_id, step) as (
      select m.survivor_id, 1 from people.person_merge m where m.person_id = ${personId} and ${asKnown('m')}
      union
      select m.survivor_id, step + 1 from chain join people.person_merge m on m.person_id = chain.survivor_id
      where ${asKnown('m')} and step < 100)
    select survivor_id from chain order by step desc limit 1)`;
}
