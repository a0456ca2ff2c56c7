import type { Database } from '@liggare/database';
import type { CivilDate } from '@liggare/kernel';
import { FindLastAssignments } from '@liggare/people';
import { READ_DATABASE } from '@liggare/platform';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

@QueryHandler(FindLastAssignments)
export class FindLastAssignmentsHandler implements IQueryHandler<FindLastAssignments> {
  constructor(@Inject(READ_DATABASE) private readonly database: Database) {}

  async execute({ personIds }: FindLastAssignments): Promise<ReadonlyMap<string, CivilDate | 'ongoing'>> {
    const { rows } = await this.database.query<{ id: string; until: CivilDate | null }>(
      `select person_id::text as id, case when bool_or(upper(valid) is null) then null else max(upper(valid))::text end as until
       from composition.membership
       where person_id = any($1::uuid[]) and recorded_to is null and view is distinct from 'dejure'
       group by person_id`,
      [personIds],
    );
    return new Map(rows.map(({ id, until }) => [id, until ?? 'ongoing']));
  }
}
