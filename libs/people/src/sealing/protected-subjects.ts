import type { Database } from '@liggare/database';
import { START, type EventStore, type Position } from '@liggare/kernel';
import { protectedIdentityProjection } from '../application/protected-identity.projection.js';
import { subjectsOf } from '../domain/contact-subject.js';
import type { ProtectionEvent } from '../domain/protection.js';

/** A register in which nobody is protected. */
export const nobodyProtected = { among: () => Promise.resolve(new Set<string>()) } as const;

const TYPES: readonly ProtectionEvent['type'][] = ['IdentityProtected', 'IdentityProtectionLifted'];

/** They are few in any municipality. */
const PROTECTED = `with recursive protected (person_id) as (
    select person_id from protected_identity.protected_identity where recorded_to is null
    union select unnest($1::uuid[])
    union select substr(stream, length('person-') + 1)::uuid from projections.held_event where projection = $2
    union
    select case m.person_id when p.person_id then m.survivor_id else m.person_id end
    from protected p join people.person_merge m on p.person_id in (m.person_id, m.survivor_id)
    where m.recorded_to is null
  )
  select person_id::text as person from protected`;

/**
 * Whose personal data is withheld now: persons with a protected identity, and every other entry of the same person.
 *
 * It holds from the event on, not from when a read model has it: what the read model may lack is read from the log
 * each time. Where the read model got stuck at a person, that person counts as protected.
 */
export class ProtectedSubjects {
  /** Up to here the log was read. */
  private read: Position | undefined;
  /** Protected by an event that the read model may lack. */
  private readonly recent = new Set<string>();
  private reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly readModels: Database,
    private readonly log: Pick<EventStore, 'readAll' | 'head'>,
  ) {}

  /** Those of the subjects that are protected. */
  async among(subjects: readonly string[]): Promise<ReadonlySet<string>> {
    if (subjects.length === 0) return new Set();
    // After those before it, never shared with them: they may have passed an event that this reader must respect.
    this.reading = this.reading.then(
      () => this.readOn(),
      () => this.readOn(),
    );
    await this.reading;
    const { rows } = await this.readModels.query<{ person: string }>(PROTECTED, [
      [...this.recent],
      protectedIdentityProjection.name,
    ]);
    const all = new Set(rows.flatMap(({ person }) => subjectsOf(person)));
    return new Set(subjects.filter((subject) => all.has(subject)));
  }

  private async readOn(): Promise<void> {
    const after = this.read ?? (await this.projected());
    const head = await this.log.head();
    if (head <= after) return;
    for await (const { type, data } of this.log.readAll({ after, filter: { types: TYPES } })) {
      const { personId } = data as ProtectionEvent['data'];
      if (type === 'IdentityProtected') this.recent.add(personId);
      else this.recent.delete(personId);
    }
    this.read = head;
  }

  /** How far the read model is. */
  private async projected(): Promise<Position> {
    const { rows } = await this.readModels.query<{ checkpoint: string }>(
      `select trunc(checkpoint)::text as checkpoint from projections.projection_version
       where projection = $1 and state = 'active'`,
      [protectedIdentityProjection.name],
    );
    return rows[0] ? (BigInt(rows[0].checkpoint) as Position) : START;
  }
}
