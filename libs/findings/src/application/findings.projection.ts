import type { Transaction } from '@liggare/database';
import { parseStreamName, type Projection, type RecordedEvent } from '@liggare/kernel';
import { BitemporalChanges } from '@liggare/projections';
import { AGGREGATES, ENTITY_KINDS, type EntityKind, type States } from '../domain/entity-kinds.js';
import { examine, examineRegistration, type Finding } from '../domain/examine.js';
import { registrationRules } from '../domain/all-rules.js';
import type { Reference } from '../domain/references.js';
import { FactGraph, FACTS } from './fact-graph.js';
import { FINDING_TABLE, findingOf, rowOf, type StoredFinding } from './finding-row.js';

const REGISTRATION_RULES = registrationRules.map(({ id }) => id);

/**
 * Everything that the rules find, on two axes: the days on which it is so, and the places in the log between which it was
 * known. After every event the entities that it bears on are examined again; what came out differently is closed and
 * opened there.
 */
export const findingsProjection: Projection<Transaction> = {
  name: 'findings',
  version: 5,
  handles: ENTITY_KINDS.flatMap((kind) => AGGREGATES[kind].catalogue.types),
  schema: `
    ${FACTS}
    create table finding (
      id            uuid not null,
      rule          text not null,
      severity      text not null,
      entity_type   text not null,
      entity_id     uuid not null,
      raised_on     date,
      cleared_on    date,
      facts         jsonb not null,
      recorded_from numeric not null,
      recorded_to   numeric check (recorded_to > recorded_from)
    );
    create unique index on finding (id) where recorded_to is null;
    create index on finding (id);
    create index on finding (entity_id) where recorded_to is null;
    create index on finding (raised_on);
    create index on finding (rule);
  `,
  publishes: ['finding'],
  async apply(events, tx) {
    const graph = new FactGraph(tx, (ids) => openFindings(tx, ids));
    const changes = new BitemporalChanges(FINDING_TABLE);
    await graph.load(events.map(({ stream }) => referenceOf(stream)));
    for (const event of events) {
      const reference = referenceOf(event.stream);
      const state = evolved(reference.kind, graph.stateOf(reference), event);
      for (const each of await graph.change(reference, state)) {
        const before = graph.foundAbout(each);
        const after = examine(each.kind, each.id, graph.stateOf(each) as never, graph.around(each));
        changes.change(before.map(rowOf), after.map(rowOf), event.position);
        graph.keepFound(each, after);
      }
      changes.change([], examineRegistration(event, reference.kind, reference.id).map(rowOf), event.position);
    }
    await changes.write(tx);
    await graph.save();
  },
};

function referenceOf(stream: string): Reference {
  const { category, id } = parseStreamName(stream);
  return { kind: category as EntityKind, id };
}

/** The kinds' states and events differ; here only their shape matters. */
type Folded = {
  readonly catalogue: (typeof AGGREGATES)[EntityKind]['catalogue'];
  evolve(state: States[EntityKind], event: unknown): States[EntityKind];
};

function evolved(kind: EntityKind, state: States[EntityKind], event: RecordedEvent): States[EntityKind] {
  const aggregate = AGGREGATES[kind] as unknown as Folded;
  return aggregate.evolve(state, aggregate.catalogue.upcast(event.type, event.metadata.schemaVersion, event.data));
}

/** What is open now about these entities, but for what was said of the registration of single events. */
async function openFindings(tx: Transaction, ids: readonly string[]): Promise<Map<string, Finding[]>> {
  const { rows } = await tx.query<StoredFinding>(
    `select id, rule, entity_type, entity_id, raised_on::text, cleared_on::text, facts from finding
      where entity_id = any($1::uuid[]) and recorded_to is null and rule <> all($2::text[])`,
    [ids, REGISTRATION_RULES],
  );
  const found = new Map<string, Finding[]>();
  for (const row of rows) found.set(row.entity_id, [...(found.get(row.entity_id) ?? []), findingOf(row)]);
  return found;
}
