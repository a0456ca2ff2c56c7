import type { Database } from '@liggare/database';

/** A register in which nobody is protected. */
export const nobodyProtected = { among: () => Promise.resolve(new Set<string>()) } as const;

/** Whose personal data is withheld now: persons with a protected identity, and every other entry of the same person. */
export class ProtectedSubjects {
  constructor(private readonly readModels: Database) {}

  /** Those of the subjects that are protected. */
  async among(subjects: readonly string[]): Promise<ReadonlySet<string>> {
    if (subjects.length === 0) return new Set();
    const { rows } = await this.readModels.query<{ subject: string }>(
      `with recursive protected (person_id) as (
         select person_id from protected_identity.protected_identity where recorded_to is null
         union
         select case m.person_id when p.person_id then m.survivor_id else m.person_id end
         from protected p join people.person_merge m on p.person_id in (m.person_id, m.survivor_id)
         where m.recorded_to is null
       )
       select person_id::text as subject from protected where person_id::text = any($1)`,
      [subjects],
    );
    return new Set(rows.map(({ subject }) => subject));
  }
}
