import type { Database } from '@liggare/database';
import { READ_DATABASE } from '@liggare/platform';
import { knownAtParameter, type Known, type Listed, type Page } from '@liggare/projections';
import { Inject, Injectable } from '@nestjs/common';
import { listRows } from './list-rows.js';
import {
  LATEST_PARTICIPATION_FIRST,
  PARTICIPATION_ITEM,
  PARTICIPATIONS_OF,
  type ParticipationFilter,
  type ParticipationItem,
} from './participation-list.js';

/** Which decisions a person took part in, over the read models of decisions, attendance and ballots. */
@Injectable()
export class ParticipationRegister {
  constructor(@Inject(READ_DATABASE) private readonly database: Database) {}

  /**
   * Every decision of a meeting the person is in the attendance of, or that they voted on, with what they had to do
   * with it; latest first.
   */
  participations(
    known: Known,
    { personId, participation, from, to }: ParticipationFilter,
    page: Page,
  ): Promise<Listed<ParticipationItem>> {
    const values = [knownAtParameter(known), personId, participation ?? null, from ?? null, to ?? null];
    const sql = { select: PARTICIPATION_ITEM, from: PARTICIPATIONS_OF, order: LATEST_PARTICIPATION_FIRST };
    return listRows(this.database, sql, values, page);
  }
}
