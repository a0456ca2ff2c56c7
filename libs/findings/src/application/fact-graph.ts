import type { Transaction } from '@liggare/database';
import { AGGREGATES, type EntityKind, type States } from '../domain/entity-kinds.js';
import type { Finding } from '../domain/examine.js';
import { looksBack, referencesOf, sharedKeys, type Reference } from '../domain/references.js';
import type { Surroundings } from '../domain/surroundings.js';

/** Not for readers: what the rules look at, and what was found when they last looked. */
export const FACTS = `
  create table entity (kind text, id uuid, state jsonb not null, primary key (kind, id));
  create table reference (
    from_kind text, from_id uuid, to_kind text, to_id uuid, primary key (to_id, to_kind, from_kind, from_id)
  );
  create index on reference (from_id, from_kind);
  create table shared_key (key text, kind text, id uuid, primary key (key, kind, id));
  create index on shared_key (id, kind);
`;

interface Node {
  readonly reference: Reference;
  state: States[EntityKind];
  /** Whom it refers to, and its keys: as its state says. */
  references: readonly Reference[];
  keys: readonly string[];
  /** Who refers to it. */
  readonly referrers: Map<string, Reference>;
  /** Of the findings that are open now. */
  found: readonly Finding[];
  changed: boolean;
}

const keyOf = ({ kind, id }: Reference) => `${kind} ${id}`;

/**
 * The entities that a batch of events touches and those around them, loaded as they are needed, kept while the batch lasts
 * and written back at its end. It does not matter where batches end.
 */
export class FactGraph {
  private readonly nodes = new Map<string, Node>();
  private readonly keys = new Map<string, Map<string, Reference>>();
  private readonly touchedKeys = new Set<string>();
  private readonly touchedReferences = new Set<string>();

  constructor(
    private readonly tx: Transaction,
    private readonly openFindings: (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly Finding[]>>,
  ) {}

  /** Brings these into memory; what is there already stays as it is. */
  async load(wanted: Iterable<Reference>): Promise<void> {
    const missing = [...new Map([...wanted].map((each) => [keyOf(each), each])).values()].filter(
      (each) => !this.nodes.has(keyOf(each)),
    );
    if (missing.length === 0) return;
    const asked = new Set(missing.map(keyOf));
    const ids = [...new Set(missing.map(({ id }) => id))];
    const states = await this.tx.query<{ kind: EntityKind; id: string; state: States[EntityKind] }>(
      'select kind, id, state from entity where id = any($1::uuid[])',
      [ids],
    );
    const referrers = await this.tx.query<{
      to_kind: EntityKind;
      to_id: string;
      from_kind: EntityKind;
      from_id: string;
    }>('select to_kind, to_id, from_kind, from_id from reference where to_id = any($1::uuid[])', [ids]);
    const found = await this.openFindings(ids);
    const known = new Map(states.rows.map(({ kind, id, state }) => [keyOf({ kind, id }), state]));
    for (const reference of missing) {
      const state = known.get(keyOf(reference)) ?? AGGREGATES[reference.kind].initialState;
      this.nodes.set(keyOf(reference), {
        ...{ reference, state, referrers: new Map() },
        ...surroundingsOf(reference, state),
        found: (found.get(reference.id) ?? []).filter(({ entityType }) => entityType === reference.kind),
        changed: false,
      });
    }
    for (const { to_kind: kind, to_id: id, from_kind, from_id } of referrers.rows) {
      const from = { kind: from_kind, id: from_id };
      // Ids are asked for without their kind; whoever was in memory before knows more than the table.
      if (asked.has(keyOf({ kind, id }))) this.nodes.get(keyOf({ kind, id }))!.referrers.set(keyOf(from), from);
    }
  }

  /** @param reference has been loaded */
  stateOf(reference: Reference): States[EntityKind] {
    return this.nodes.get(keyOf(reference))!.state;
  }

  foundAbout(reference: Reference): readonly Finding[] {
    return this.nodes.get(keyOf(reference))!.found;
  }

  keepFound(reference: Reference, found: readonly Finding[]): void {
    this.nodes.get(keyOf(reference))!.found = found;
  }

  /**
   * The entity is so from now on.
   * @returns who must be examined again: itself, who refers to it, who shares or shared a key with it, and
   *   those that look back at it
   */
  async change(reference: Reference, state: States[EntityKind]): Promise<readonly Reference[]> {
    const node = this.nodes.get(keyOf(reference))!;
    const { references: before, keys: keysBefore } = node;
    const { references: after, keys: keysAfter } = surroundingsOf(reference, state);
    Object.assign(node, { state, references: after, keys: keysAfter, changed: true });
    await this.load([...before, ...after]);
    await this.loadKeys([...keysBefore, ...keysAfter]);
    const sharing = [...keysBefore, ...keysAfter].flatMap((key) => [...this.keys.get(key)!.values()]);
    if (!sameReferences(before, after)) {
      for (const old of before) this.nodes.get(keyOf(old))!.referrers.delete(keyOf(reference));
      for (const now of after) this.nodes.get(keyOf(now))!.referrers.set(keyOf(reference), reference);
      this.touchedReferences.add(keyOf(reference));
    }
    if (keysBefore.join('\n') !== keysAfter.join('\n')) {
      for (const key of keysBefore) this.keys.get(key)!.delete(keyOf(reference));
      for (const key of keysAfter) this.keys.get(key)!.set(keyOf(reference), reference);
      this.touchedKeys.add(keyOf(reference));
    }
    const ahead = [...before, ...after].filter(looksBack);
    const affected = [reference, ...node.referrers.values(), ...sharing, ...ahead];
    await this.load(affected);
    await this.load(affected.filter(looksBack).flatMap((each) => [...this.nodes.get(keyOf(each))!.referrers.values()]));
    // Whoever is examined looks at what it refers to.
    await this.load(affected.flatMap((each) => this.nodes.get(keyOf(each))!.references));
    await this.loadKeys(affected.flatMap((each) => this.nodes.get(keyOf(each))!.keys));
    return [...new Map(affected.map((each) => [keyOf(each), each])).values()];
  }

  /** What the rules may look at beside an entity that {@link change} named. */
  around(reference: Reference): Surroundings {
    const node = this.nodes.get(keyOf(reference))!;
    const back = looksBack(reference) ? [...node.referrers.keys()] : [];
    const known = new Set([...node.references.map(keyOf), ...back]);
    const others = (kind: EntityKind, all: Iterable<Reference>) =>
      [...all]
        .filter((each) => each.kind === kind && keyOf(each) !== keyOf(reference))
        .map(({ id }) => id)
        .sort();
    return {
      get: <Kind extends EntityKind>(kind: Kind, id: string) => {
        const found = known.has(keyOf({ kind, id })) ? this.nodes.get(keyOf({ kind, id })) : undefined;
        if (!found || found.state === AGGREGATES[kind].initialState) return undefined;
        return found.state as States[Kind];
      },
      sharing: (kind, key) => others(kind, this.keys.get(key)?.values() ?? []),
      referring: (kind) => others(kind, node.referrers.values()),
    };
  }

  async save(): Promise<void> {
    const changed = [...this.nodes.values()].filter((node) => node.changed);
    if (changed.length === 0) return;
    const kinds = changed.map(({ reference }) => reference.kind);
    const ids = changed.map(({ reference }) => reference.id);
    await this.tx.query(
      `insert into entity (kind, id, state) select * from unnest($1::text[], $2::uuid[], $3::jsonb[])
       on conflict (kind, id) do update set state = excluded.state`,
      [kinds, ids, changed.map(({ state }) => JSON.stringify(state))],
    );
    await this.saveReferences(changed.filter(({ reference }) => this.touchedReferences.has(keyOf(reference))));
    await this.saveKeys(changed.filter(({ reference }) => this.touchedKeys.has(keyOf(reference))));
  }

  private async loadKeys(keys: readonly string[]): Promise<void> {
    const missing = [...new Set(keys)].filter((key) => !this.keys.has(key));
    if (missing.length === 0) return;
    const { rows } = await this.tx.query<{ key: string; kind: EntityKind; id: string }>(
      'select key, kind, id from shared_key where key = any($1::text[])',
      [missing],
    );
    for (const key of missing) this.keys.set(key, new Map());
    for (const { key, kind, id } of rows) this.keys.get(key)!.set(keyOf({ kind, id }), { kind, id });
  }

  private async saveReferences(nodes: readonly Node[]): Promise<void> {
    if (nodes.length === 0) return;
    await this.tx.query('delete from reference where from_id = any($1::uuid[])', [nodes.map((n) => n.reference.id)]);
    const all = nodes.flatMap(({ reference, references }) => references.map((to) => ({ from: reference, to })));
    await this.tx.query(
      'insert into reference (from_kind, from_id, to_kind, to_id) select * from unnest($1::text[], $2::uuid[], $3::text[], $4::uuid[])',
      [all.map((r) => r.from.kind), all.map((r) => r.from.id), all.map((r) => r.to.kind), all.map((r) => r.to.id)],
    );
  }

  private async saveKeys(nodes: readonly Node[]): Promise<void> {
    if (nodes.length === 0) return;
    await this.tx.query('delete from shared_key where id = any($1::uuid[])', [nodes.map((n) => n.reference.id)]);
    const all = nodes.flatMap(({ reference, keys }) => keys.map((key) => ({ key, reference })));
    await this.tx.query(
      'insert into shared_key (key, kind, id) select * from unnest($1::text[], $2::text[], $3::uuid[])',
      [all.map(({ key }) => key), all.map(({ reference }) => reference.kind), all.map(({ reference }) => reference.id)],
    );
  }
}

function surroundingsOf({ kind }: Reference, state: States[EntityKind]): Pick<Node, 'references' | 'keys'> {
  return { references: referencesOf(kind, state as never), keys: sharedKeys(kind, state as never) };
}

function sameReferences(one: readonly Reference[], other: readonly Reference[]): boolean {
  return one.map(keyOf).join('\n') === other.map(keyOf).join('\n');
}
