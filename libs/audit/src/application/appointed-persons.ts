import type { Transaction } from '@liggare/database';
import type { RecordedEvent } from '@liggare/kernel';
import type { Mention } from '../domain/mentions.js';

interface AppointmentFields {
  readonly appointmentId?: string;
  readonly personId?: string;
}

export const APPOINTED_PERSONS = `
  create table appointed_person (
    appointment_id uuid primary key,
    person_id      uuid not null
  );
  comment on table appointed_person is 'Whose an appointment is; what happens to it later names only the appointment';
`;

/** The person behind an appointment: its release, roles and resignation belong to the person's trail too. */
export class AppointedPersons {
  private readonly learned = new Map<string, string>();

  private constructor(private readonly known: Map<string, string>) {}

  static async load(tx: Transaction, events: readonly RecordedEvent[]): Promise<AppointedPersons> {
    const ids = [...new Set(events.flatMap(({ data }) => (data as AppointmentFields).appointmentId ?? []))];
    if (ids.length === 0) return new AppointedPersons(new Map());
    const { rows } = await tx.query<{ appointment_id: string; person_id: string }>(
      'select appointment_id, person_id from appointed_person where appointment_id = any($1::uuid[])',
      [ids],
    );
    return new AppointedPersons(new Map(rows.map((row) => [row.appointment_id, row.person_id])));
  }

  /** To be asked in log order: an event that names both teaches who the appointment is of. */
  mentioned({ data }: RecordedEvent): readonly Mention[] {
    const { appointmentId, personId } = data as AppointmentFields;
    if (appointmentId === undefined) return [];
    const before = this.known.get(appointmentId);
    if (personId !== undefined) {
      this.known.set(appointmentId, personId);
      this.learned.set(appointmentId, personId);
    }
    // When a correction names another person, it concerns the one named before as well.
    return before === undefined ? [] : [{ entityType: 'person', entityId: before }];
  }

  async save(tx: Transaction): Promise<void> {
    if (this.learned.size === 0) return;
    await tx.query(
      `insert into appointed_person select * from unnest($1::uuid[], $2::uuid[])
       on conflict (appointment_id) do update set person_id = excluded.person_id`,
      [[...this.learned.keys()], [...this.learned.values()]],
    );
  }
}
