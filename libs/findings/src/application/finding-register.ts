import type { Database } from '@liggare/database';
import { READ_DATABASE } from '@liggare/platform';
import { asKnown, knownAtParameter, type Listed, type Moment, type Page } from '@liggare/projections';
import { Inject, Injectable } from '@nestjs/common';
import { ruleDescriptions } from '../domain/all-rules.js';
import { fillText, type Fact, type Severity, type Text } from '../domain/rule.js';

export interface FindingFilter {
  readonly rule?: string;
  readonly severity?: Severity;
  readonly entityType?: string;
  readonly entityId?: string;
  readonly acknowledged?: boolean;
}

/** A finding as it is shown. */
export interface FindingItem {
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly source: string;
  readonly title: Text;
  readonly text: Text;
  readonly entityType: string;
  readonly entityId: string;
  readonly raisedOn?: string;
  readonly clearedOn?: string;
  readonly facts: Readonly<Record<string, Fact>>;
  /** Place in the log of the event since which it is known as it is here. */
  readonly knownSince: string;
  readonly acknowledgement?: {
    readonly id: string;
    readonly from: string;
    readonly until?: string;
    readonly reason: object;
  };
}

type FoundRow = Omit<FindingItem, 'source' | 'title' | 'text'>;

const SELECTED = `json_strip_nulls(json_build_object(
    'id', f.id, 'rule', f.rule, 'severity', f.severity, 'entityType', f.entity_type, 'entityId', f.entity_id,
    'raisedOn', f.raised_on, 'clearedOn', f.cleared_on, 'facts', f.facts, 'knownSince', f.recorded_from::text,
    'acknowledgement', case when a.id is null then null else json_build_object(
      'id', a.id, 'from', lower(a.valid), 'until', upper(a.valid), 'reason', json_build_object('_sd', a.reason_sd)) end))`;

const ACKNOWLEDGED = `left join lateral (
    select * from finding_acknowledgements.acknowledgement k
     where k.finding_id = f.id and k.valid @> $2::date and ${asKnown('k')} order by lower(k.valid) desc, k.id limit 1
  ) a on true`;

/** What the rules find, as of a day and as known then. */
@Injectable()
export class FindingRegister {
  constructor(@Inject(READ_DATABASE) private readonly database: Database) {}

  /** Of the day: raised by then and not yet cleared. Breaches first, then the oldest. */
  async list(asOf: Moment, filter: FindingFilter, page: Page): Promise<Listed<FindingItem>> {
    const { rows } = await this.database.query<{ item: FoundRow | null; total: string }>(
      `with listed as (
         select ${SELECTED} as item, array_position(array['breach', 'warning', 'note'], f.severity) as weight,
                f.raised_on, f.id
           from findings.finding f ${ACKNOWLEDGED}
          where ${asKnown('f')}
            and (f.raised_on is null or f.raised_on <= $2) and (f.cleared_on is null or $2 < f.cleared_on)
            and ($3::text is null or f.rule = $3) and ($4::text is null or f.severity = $4)
            and ($5::text is null or f.entity_type = $5) and ($6::uuid is null or f.entity_id = $6)
            and ($7::boolean is null or (a.id is not null) = $7)
       ), page as (select * from listed order by weight, raised_on nulls first, id limit $8 offset $9)
       select c.total, p.item from (select count(*) as total from listed) c left join page p on true
        order by p.weight, p.raised_on nulls first, p.id`,
      [
        knownAtParameter(asOf),
        asOf.validAt,
        filter.rule ?? null,
        filter.severity ?? null,
        filter.entityType ?? null,
        filter.entityId ?? null,
        filter.acknowledged ?? null,
        page.limit,
        page.offset,
      ],
    );
    return { total: Number(rows[0]?.total ?? 0), items: rows.flatMap(({ item }) => (item ? [shown(item)] : [])) };
  }

  /** One finding, whatever the day; undefined when nothing of it was known then. */
  async find(asOf: Moment, id: string): Promise<FindingItem | undefined> {
    const { rows } = await this.database.query<{ item: FoundRow }>(
      `select ${SELECTED} as item from findings.finding f ${ACKNOWLEDGED} where f.id = $3 and ${asKnown('f')}`,
      [knownAtParameter(asOf), asOf.validAt, id],
    );
    return rows[0] && shown(rows[0].item);
  }
}

function shown(item: FoundRow): FindingItem {
  const { source, title, text } = ruleDescriptions.get(item.rule)!;
  return { ...item, source, title, text: fillText(text, item.facts) };
}
