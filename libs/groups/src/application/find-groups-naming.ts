import type { Database } from '@liggare/database';
import { FindGroupsNaming } from '@liggare/people';
import { READ_DATABASE } from '@liggare/platform';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

@QueryHandler(FindGroupsNaming)
export class FindGroupsNamingHandler implements IQueryHandler<FindGroupsNaming> {
  constructor(@Inject(READ_DATABASE) private readonly database: Database) {}

  async execute({ kind, id }: FindGroupsNaming): Promise<readonly string[]> {
    const column = kind === 'person' ? 'person_id' : 'nominating_party_id';
    const { rows } = await this.database.query<{ group_id: string }>(
      `select distinct group_id from composition.membership where ${column} = $1 and recorded_to is null`,
      [id],
    );
    return rows.map((row) => row.group_id);
  }
}
