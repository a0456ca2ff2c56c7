import type { Database } from '@liggare/database';
import { civilDate, civilDateAt, daysInMonth, instantFromMillis, type CivilDate } from '@liggare/kernel';
import { READ_DATABASE } from '@liggare/platform';
import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { FindLastAssignments } from '../application/queries.js';
import { contactSubject } from '../domain/contact-subject.js';
import { DISPOSABLE, ruleOn, type CountedFrom, type Disposable, type RetentionRule } from '../domain/retention-rule.js';

/** Personal data whose time is up. It goes when somebody decides it: by an erasure of the subject. */
export interface DueDisposal {
  /** What an erasure is requested for. */
  readonly subjectId: string;
  readonly personId: string;
  readonly what: Disposable;
  readonly ruleId: string;
  /** What the years were counted from, and from which day. */
  readonly countedFrom: CountedFrom;
  readonly since: CivilDate;
  readonly dueOn: CivilDate;
  /** One that is requested and not yet decided. */
  readonly erasureId?: string;
}

interface Held {
  readonly personId: string;
  readonly subjectId: string;
  readonly recordedOn: CivilDate;
}

/** The list of what is to be disposed of, by the rules that hold. */
@Injectable()
export class DisposalsDue {
  constructor(
    @Inject(READ_DATABASE) private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async rules(): Promise<readonly RetentionRule[]> {
    const { rows } = await this.database.query<{ rule: RetentionRule }>(
      `select rule from retention_rules.retention_rule where recorded_to is null
       order by rule->>'what', rule->>'from', rule_id`,
    );
    return rows.map(({ rule }) => rule);
  }

  /** What is due on a day by the rules of that day, the longest due first. */
  async on(day: CivilDate): Promise<readonly DueDisposal[]> {
    const rules = await this.rules();
    const rule = ruleOn(rules, DISPOSABLE[0], day);
    if (!rule) return [];
    const held = await this.held();
    const assignments = await this.lastAssignments(held.map(({ personId }) => personId));
    const requested = await this.requested();
    return held
      .flatMap(({ personId, subjectId, recordedOn }) => {
        const until = rule.countedFrom === 'recording' ? undefined : assignments.get(personId);
        if (until === 'ongoing') return [];
        const since = until ?? recordedOn;
        const dueOn = addYears(since, rule.years);
        if (dueOn > day) return [];
        const erasureId = requested.get(subjectId);
        return {
          ...{ subjectId, personId, what: rule.what, ruleId: rule.id, since, dueOn },
          countedFrom: until === undefined ? ('recording' as const) : rule.countedFrom,
          ...(erasureId === undefined ? {} : { erasureId }),
        };
      })
      .sort((a, b) => (a.dueOn + a.personId < b.dueOn + b.personId ? -1 : 1));
  }

  /** Persons whose contact details can still be read. */
  private async held(): Promise<readonly Held[]> {
    const { rows: persons } = await this.database.query<{ id: string }>(
      'select distinct person_id as id from people.person',
    );
    const { rows: keys } = await this.database.query<{ subject: string; made: Date }>(
      'select subject, max(created_at) as made from keys.subject_key where wrapped is not null group by subject',
    );
    const made = new Map(keys.map((key) => [key.subject, key.made]));
    return persons.flatMap(({ id: personId }) => {
      const subjectId = contactSubject(personId);
      const at = made.get(subjectId);
      return at ? [{ personId, subjectId, recordedOn: civilDateAt(instantFromMillis(at.getTime())) }] : [];
    });
  }

  /** Of merged entries, each has what any of them has: they are one person. */
  private async lastAssignments(personIds: readonly string[]): Promise<ReadonlyMap<string, CivilDate | 'ongoing'>> {
    const { rows: merges } = await this.database.query<{ id: string; survivor: string }>(
      `select person_id::text as id, survivor_id::text as survivor from people.person_merge where recorded_to is null`,
    );
    const survivors = new Map(merges.map(({ id, survivor }) => [id, survivor]));
    const human = (id: string): string => {
      const survivor = survivors.get(id);
      return survivor === undefined ? id : human(survivor);
    };
    const all = [...new Set([...personIds, ...survivors.keys(), ...survivors.values()])];
    const last = new Map<string, CivilDate | 'ongoing'>();
    for (const [id, until] of await this.queries.execute(new FindLastAssignments(all))) {
      const before = last.get(human(id));
      // "ongoing" comes after every day.
      if (before === undefined || before < until) last.set(human(id), until);
    }
    return new Map(
      personIds.flatMap((id) => {
        const until = last.get(human(id));
        return until === undefined ? [] : [[id, until] as const];
      }),
    );
  }

  private async requested(): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.database.query<{ subject: string; id: string }>(
      `select subject_id::text as subject, erasure_id::text as id from erasures.erasure
       where recorded_to is null and status = 'requested' order by recorded_from desc`,
    );
    return new Map(rows.map(({ subject, id }) => [subject, id]));
  }
}

/** The same day of the month so many years later; 29 February becomes the 28th where there is none. */
export function addYears(day: CivilDate, years: number): CivilDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const later = year + years;
  const last = Math.min(date, daysInMonth(later, month));
  const two = (part: number) => String(part).padStart(2, '0');
  return civilDate(`${String(later).padStart(4, '0')}-${two(month)}-${two(last)}`);
}
