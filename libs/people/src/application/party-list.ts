import type { Database } from '@liggare/database';
import { READ_DATABASE } from '@liggare/platform';
import { Inject, Injectable } from '@nestjs/common';
import { asKnown, knownAtParameter, type Listed, type Moment, type Page } from '@liggare/projections';

/** A party in a list, on a day. */
export interface PartyRow {
  readonly id: string;
  readonly name: string;
  readonly abbreviation?: string;
  /** Partial date; given when the party may have ceased to exist by that day. */
  readonly dissolved?: string;
}

interface SqlParty {
  readonly party_id: string;
  readonly name: string;
  readonly abbreviation: string | null;
  readonly dissolved: string | null;
}

const SELECTED = `from parties.party p
  join parties.party_name n on n.party_id = p.party_id and ${asKnown('n')} and n.valid @> $2::date
  where ${asKnown('p')}`;

/** All parties of the register, on any day, as known at any position, in the order of their names. */
@Injectable()
export class PartyList {
  constructor(@Inject(READ_DATABASE) private readonly database: Database) {}

  async list(moment: Moment, page: Page): Promise<Listed<PartyRow>> {
    const selection = [knownAtParameter(moment), moment.validAt];
    const counted = await this.database.query<{ total: number }>(
      `select count(*)::int as total ${SELECTED}`,
      selection,
    );
    const { rows } = await this.database.query<SqlParty>(
      `select p.party_id, n.name, n.abbreviation,
         case when p.dissolved_earliest is null or p.dissolved_earliest <= $2::date then p.dissolved end as dissolved
       ${SELECTED} order by n.name, p.party_id limit $3 offset $4`,
      [...selection, page.limit, page.offset],
    );
    return { items: rows.map(partyRow), total: counted.rows[0]!.total };
  }
}

function partyRow(row: SqlParty): PartyRow {
  return {
    id: row.party_id,
    name: row.name,
    ...(row.abbreviation === null ? {} : { abbreviation: row.abbreviation }),
    ...(row.dissolved === null ? {} : { dissolved: row.dissolved }),
  };
}
