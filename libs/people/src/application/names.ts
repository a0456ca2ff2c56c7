import type { Database } from '@liggare/database';
import type { Commitment } from '@liggare/kernel';
import { READ_DATABASE } from '@liggare/platform';
import { asKnown, knownAtParameter, type Moment } from '@liggare/projections';
import { Inject, Injectable } from '@nestjs/common';
import { survivorOf } from './survivor.js';

export interface PersonLabel {
  readonly givenName: Commitment;
  readonly familyName: Commitment;
  /** Who stands for this person, when the two were found to be one. */
  readonly samePersonAs?: string;
}

/** What ids are called on a day, so that an answer made of ids can be read by people. */
export interface Names {
  readonly persons: Readonly<Record<string, PersonLabel>>;
  readonly parties: Readonly<Record<string, { readonly name: string; readonly abbreviation?: string }>>;
}

interface PersonRow {
  readonly person_id: string;
  readonly given_name_sd: string;
  readonly family_name_sd: string;
  readonly survivor_id: string | null;
}

interface PartyRow {
  readonly party_id: string;
  readonly name: string;
  readonly abbreviation: string | null;
}

/** Looks names up by id. Personal names stay commitments. */
@Injectable()
export class NameLookup {
  constructor(@Inject(READ_DATABASE) private readonly database: Database) {}

  async find(moment: Moment, personIds: readonly string[], partyIds: readonly string[]): Promise<Names> {
    const at = [knownAtParameter(moment), moment.validAt];
    const persons = await this.database.query<PersonRow>(
      `select n.person_id, n.given_name_sd, n.family_name_sd, ${survivorOf('n.person_id')} as survivor_id
       from people.person_name n
       where n.person_id = any($3::uuid[]) and n.valid @> $2::date and ${asKnown('n')} order by n.person_id`,
      [...at, personIds],
    );
    const parties = await this.database.query<PartyRow>(
      `select n.party_id, n.name, n.abbreviation from parties.party_name n
       where n.party_id = any($3::uuid[]) and n.valid @> $2::date and ${asKnown('n')} order by n.party_id`,
      [...at, partyIds],
    );
    return {
      persons: Object.fromEntries(
        persons.rows.map((row) => [
          row.person_id,
          {
            givenName: { _sd: row.given_name_sd },
            familyName: { _sd: row.family_name_sd },
            ...(row.survivor_id === null ? {} : { samePersonAs: row.survivor_id }),
          },
        ]),
      ),
      parties: Object.fromEntries(
        parties.rows.map(({ party_id, name, abbreviation }) => [
          party_id,
          { name, ...(abbreviation === null ? {} : { abbreviation }) },
        ]),
      ),
    };
  }
}
