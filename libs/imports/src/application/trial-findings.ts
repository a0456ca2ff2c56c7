import {
  EXAMINED,
  examineParts,
  fillText,
  isExamined,
  referencesOf,
  ruleDescriptions,
  type EntityKind,
  type Finding,
  type Reference,
  type States,
} from '@liggare/findings';
import { NO_EVENTS, type DomainEvent, type Repository } from '@liggare/kernel';
import type { Remark } from '../tables/rules.js';

/** So many entities that others refer to are kept in memory; a file names the same few again and again. */
const KEPT = 2_000;

/** What one line of a file would have recorded. */
export interface TriedLine {
  readonly row: number;
  readonly events: readonly DomainEvent[];
  /** A person whom the file itself registers: not in the register yet. */
  readonly newPersonId?: string;
}

/** What the lines of a file would make of one stream. */
export interface TriedStream {
  readonly category: string;
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly lines: readonly TriedLine[];
}

/**
 * What the rules of the register would find once a stream's lines were recorded, and do not find now, each at the row that
 * it comes from. What the file would record in other streams is not looked at: that is found when it is in the register.
 */
export class TrialFindings {
  private readonly known = new Map<string, States[EntityKind] | undefined>();

  constructor(private readonly repository: Repository) {}

  async of({ category: kind, id, before, after, lines }: TriedStream): Promise<readonly Remark[]> {
    if (!isExamined(kind) || lines.length === 0) return [];
    const fresh = new Set(lines.flatMap(({ newPersonId }) => (newPersonId === undefined ? [] : [newPersonId])));
    const found = await this.examined(kind, id, after, fresh);
    if (found.length === 0) return [];
    const already = new Set((await this.examined(kind, id, before, fresh)).map(({ finding }) => finding.id));
    const rows = new Map(
      lines.flatMap(({ row, events }) => events.flatMap(({ data }) => idsIn(data).map((each) => [each, row]))),
    );
    return found
      .filter(({ finding }) => !already.has(finding.id))
      .map(({ finding, part }) => remarkOf(finding, rowOf(part, rows) ?? lines.at(-1)!.row));
  }

  private async examined(kind: EntityKind, id: string, state: unknown, fresh: ReadonlySet<string>) {
    const wanted = referencesOf(kind, state as never);
    for (const reference of wanted) if (!fresh.has(reference.id)) await this.know(reference);
    const mine = new Set(wanted.map(keyOf));
    return examineParts(kind, id, state as never, {
      get: <Other extends EntityKind>(other: Other, otherId: string) => {
        const key = keyOf({ kind: other, id: otherId });
        return mine.has(key) ? (this.known.get(key) as States[Other] | undefined) : undefined;
      },
      sharing: () => [],
      referring: () => [],
    });
  }

  private async know(reference: Reference): Promise<void> {
    const key = keyOf(reference);
    if (this.known.has(key)) return;
    const { state, revision } = await this.repository.load<unknown, never, DomainEvent>(
      EXAMINED[reference.kind],
      reference.id,
    );
    if (this.known.size >= KEPT) this.known.delete(this.known.keys().next().value!);
    this.known.set(key, revision === NO_EVENTS ? undefined : (state as States[EntityKind]));
  }
}

const keyOf = ({ kind, id }: Reference) => `${kind} ${id}`;

function remarkOf({ rule, facts }: Finding, row: number): Remark {
  const { sv, en } = fillText(ruleDescriptions.get(rule)!.text, facts);
  return { severity: 'warning', row, rule, message: `${sv} · ${en}` };
}

/** The last row that made something the finding is about. */
function rowOf(part: string, rows: ReadonlyMap<string, number>): number | undefined {
  const found = part.split(' ').flatMap((each) => rows.get(each) ?? []);
  return found.length === 0 ? undefined : Math.max(...found);
}

/** Ids that an event hands out or names. */
function idsIn(data: unknown): readonly string[] {
  return Object.values(data as Record<string, unknown>).filter(
    (value) => typeof value === 'string' && UUID.test(value),
  ) as string[];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
