import { FindDecisionPoint } from '@liggare/decisions';
import { FindGroup } from '@liggare/groups';
import { FindInitiative } from '@liggare/initiatives';
import { Refusal, type DecisionPointRef } from '@liggare/kernel';
import { FindParty, FindPerson } from '@liggare/people';
import type { Database } from '@liggare/database';
import type { Query, QueryBus } from '@nestjs/cqrs';
import { THE_PERSON, type Line } from '../tables/line.js';

/** So many references are remembered; a file speaks of few things many times. */
const REMEMBERED = 20_000;

interface Body {
  readonly groupId?: string;
}

/** The fields of commands that refer to other streams. */
interface References {
  readonly personId?: string;
  readonly partyId?: string;
  readonly nominatingPartyId?: string;
  readonly basis?: DecisionPointRef;
  readonly organ?: Body;
  readonly body?: Body;
}

/** Whether what a file refers to exists: in the register, or made by the file itself. */
export class KnownReferences {
  private readonly known = new Set<string>();

  constructor(
    private readonly queries: QueryBus,
    private readonly database: Database,
    private readonly importId: string,
  ) {}

  /** @throws Refusal `unknown-…` with the field */
  async check({ command, creates }: Pick<Line, 'command'> & { readonly creates: boolean }): Promise<void> {
    const { personId, partyId, nominatingPartyId, basis, organ, body } = command as Line['command'] & References;
    if (!creates) {
      await this.one('person', personId, '/personId', (id) => new FindPerson(id));
      await this.one('party', partyId, '/partyId', (id) => new FindParty(id));
      await this.one('party', nominatingPartyId, '/nominatingPartyId', (id) => new FindParty(id));
    }
    await this.one('group', organ?.groupId, '/organ/groupId', (id) => new FindGroup(id));
    await this.one('group', body?.groupId, '/body/groupId', (id) => new FindGroup(id));
    if (basis !== undefined) await this.point(basis);
  }

  /** That the stream a line goes to exists. */
  async target(category: string, id: string): Promise<void> {
    if (category === 'group') await this.one('group', id, '', (group) => new FindGroup(group));
    if (category === 'initiative') await this.one('initiative', id, '', (one) => new FindInitiative(one));
  }

  private async point(basis: DecisionPointRef): Promise<void> {
    await this.one(
      'decision-point',
      `${basis.decisionId} ${basis.point}`,
      '/basis',
      () => new FindDecisionPoint(basis),
    );
  }

  private async one(
    what: string,
    id: string | undefined,
    field: string,
    find: (id: string) => Query<unknown>,
  ): Promise<void> {
    if (id === undefined || id === THE_PERSON || this.known.has(`${what} ${id}`)) return;
    if ((await this.queries.execute(find(id))) === undefined && !(await this.madeHere(what, id))) {
      throw new Refusal(`unknown-${what}`, `there is no such ${what.replace('-', ' ')} in the register`, field);
    }
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.add(`${what} ${id}`);
  }

  private async madeHere(category: string, id: string): Promise<boolean> {
    if (category === 'decision-point') return false;
    const { rowCount } = await this.database.query(
      'select from imports.line where import_id = $1 and category = $2 and target = $3 and creates limit 1',
      [this.importId, category, id],
    );
    return rowCount === 1;
  }
}
