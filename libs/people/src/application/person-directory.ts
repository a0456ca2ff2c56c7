import type { Database } from '@liggare/database';
import type { Commitment } from '@liggare/kernel';
import { READ_DATABASE, REVEALER, type Revealer } from '@liggare/platform';
import { Inject, Injectable } from '@nestjs/common';
import { asKnown, knownAtParameter, type Listed, type Moment, type Page } from '@liggare/projections';
import { matchNames, type KnownName } from './match-names.js';
import type { PersonFilter } from './queries.js';
import { survivorOf } from './survivor.js';

/** A person in a list, on a day. */
export interface PersonRow {
  readonly id: string;
  readonly givenName: Commitment;
  readonly familyName: Commitment;
  readonly affiliations: readonly { affiliationId: string; partyId: string; from?: string; to?: string }[];
  /** Partial date; given when the person may have been dead by that day. */
  readonly died?: string;
  /** Who stands for this person, when the two were found to be one. */
  readonly samePersonAs?: string;
}

interface SqlPerson {
  readonly person_id: string;
  readonly given_name_sd: string;
  readonly family_name_sd: string;
  readonly affiliations: PersonRow['affiliations'];
  readonly died: string | null;
  readonly survivor_id: string | null;
}

const REPRESENTS = `from people.affiliation a
  where a.person_id = p.person_id and ${asKnown('a')} and a.valid @> $2::date`;

const SELECTED = `from people.person p
  join people.person_name n on n.person_id = p.person_id and ${asKnown('n')} and n.valid @> $2::date
  where ${asKnown('p')}
    and ($3::uuid[] is null or p.person_id = any($3))
    and ($4::uuid is null or exists (select ${REPRESENTS} and a.party_id = $4))`;

/** All persons of the register, on any day, as known at any position. */
@Injectable()
export class PersonDirectory {
  constructor(
    @Inject(READ_DATABASE) private readonly database: Database,
    @Inject(REVEALER) private readonly revealer: Revealer,
  ) {}

  /** In the order of their names when a name is searched for, else in the order they were registered. */
  async list(moment: Moment, page: Page, filter: PersonFilter = {}): Promise<Listed<PersonRow>> {
    const found = filter.q === undefined ? null : await this.search(moment, filter.q);
    const selection = [knownAtParameter(moment), moment.validAt, found, filter.partyId ?? null];
    const counted = await this.database.query<{ total: number }>(
      `select count(*)::int as total ${SELECTED}`,
      selection,
    );
    const { rows } = await this.database.query<SqlPerson>(
      `select p.person_id, n.given_name_sd, n.family_name_sd, ${survivorOf('p.person_id')} as survivor_id,
         case when p.died_earliest is null or p.died_earliest <= $2::date then p.died end as died,
         (select coalesce(json_agg(json_strip_nulls(json_build_object(
            'affiliationId', a.affiliation_id, 'partyId', a.party_id, 'from', lower(a.valid), 'to', upper(a.valid)))
            order by a.affiliation_id), '[]') ${REPRESENTS}) as affiliations
       ${SELECTED}
       order by array_position($3, p.person_id),
         (select min(f.recorded_from) from people.person f where f.person_id = p.person_id), p.person_id
       limit $5 offset $6`,
      [...selection, page.limit, page.offset],
    );
    return { items: rows.map(personRow), total: counted.rows[0]!.total };
  }

  /**
   * Names are encrypted at rest and there is no index of them, on purpose: an index of names is a copy of them that an
   * erasure would have to find. So all names are opened in memory and compared, which takes some fifty milliseconds per
   * thousand persons. Former names are found too; names that may not be shown are not.
   */
  private async search(moment: Moment, q: string): Promise<readonly string[]> {
    const { rows } = await this.database.query<{ person_id: string; given: string; family: string; current: boolean }>(
      `select n.person_id, n.given_name_sd as given, n.family_name_sd as family, n.valid @> $2::date as current
       from people.person_name n where ${asKnown('n')}`,
      [knownAtParameter(moment), moment.validAt],
    );
    const texts = await this.revealer.reveal([...new Set(rows.flatMap(({ given, family }) => [given, family]))]);
    const text = (digest: string) => {
      const revealed = texts.get(digest);
      return revealed && 'value' in revealed ? revealed.value : '';
    };
    const names: KnownName[] = rows.map(({ person_id: personId, given, family, current }) => {
      return { personId, givenName: text(given), familyName: text(family), current };
    });
    return matchNames(names, q);
  }
}

function personRow(row: SqlPerson): PersonRow {
  return {
    id: row.person_id,
    givenName: { _sd: row.given_name_sd },
    familyName: { _sd: row.family_name_sd },
    affiliations: row.affiliations,
    ...(row.died === null ? {} : { died: row.died }),
    ...(row.survivor_id === null ? {} : { samePersonAs: row.survivor_id }),
  };
}
