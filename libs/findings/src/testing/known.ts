import { derivedId } from '@liggare/kernel';
import { AGGREGATES, type EntityKind, type States } from '../domain/entity-kinds.js';
import { examine, type Finding } from '../domain/examine.js';
import { looksBack, referencesOf, sharedKeys } from '../domain/references.js';
import type { Surroundings } from '../domain/surroundings.js';

/** Ids for specifications: the same word is the same thing. */
export const idOf = (word: string): string => derivedId('findings-specification', word);

interface Entity {
  readonly kind: EntityKind;
  readonly id: string;
  readonly state: States[EntityKind];
}

/** A small register in memory that examines everything it holds: the rules without the read model. */
export class Known {
  private readonly entities = new Map<string, Entity>();

  /** Says what is so of one entity, over what an unregistered one is. */
  with<Kind extends EntityKind>(kind: Kind, word: string, state: Partial<States[Kind]>): this {
    return this.put(kind, idOf(word), { ...AGGREGATES[kind].initialState, id: idOf(word), ...state } as never);
  }

  put<Kind extends EntityKind>(kind: Kind, id: string, state: States[Kind]): this {
    this.entities.set(`${kind} ${id}`, { kind, id, state });
    return this;
  }

  /** Tells one entity events that follow on what it is. */
  told<Kind extends EntityKind>(kind: Kind, word: string, events: readonly unknown[]): this {
    return this.toldById(kind, idOf(word), events);
  }

  toldById<Kind extends EntityKind>(kind: Kind, id: string, events: readonly unknown[]): this {
    const { evolve } = AGGREGATES[kind] as unknown as { evolve: (state: unknown, event: unknown) => States[Kind] };
    const before = this.entities.get(`${kind} ${id}`)?.state ?? AGGREGATES[kind].initialState;
    return this.put(kind, id, events.reduce<unknown>((state, event) => evolve(state, event), before) as States[Kind]);
  }

  findings(): readonly Finding[] {
    return [...this.entities.values()].flatMap((entity) =>
      examine(entity.kind, entity.id, entity.state as never, this.around(entity)),
    );
  }

  /** As `[first day, first day after]`, of one rule; an open end is left out. */
  daysOf(rule: string): readonly string[] {
    return this.findings()
      .filter((finding) => finding.rule === rule)
      .map(({ raisedOn = '', clearedOn = '' }) => `${raisedOn} – ${clearedOn}`)
      .sort();
  }

  private around({ kind, id, state }: Entity): Surroundings {
    const known = new Set(referencesOf(kind, state as never).map((each) => `${each.kind} ${each.id}`));
    const backwards = (other: Entity) => referencesOf(other.kind, other.state as never).some((r) => r.id === id);
    const others = (holds: (other: Entity) => boolean) =>
      [...this.entities.values()].filter((other) => other.id !== id && holds(other)).map((other) => other.id);
    const referrers = new Set([...this.entities].filter(([, other]) => backwards(other)).map(([key]) => key));
    return {
      get: <Other extends EntityKind>(other: Other, otherId: string) =>
        known.has(`${other} ${otherId}`) || (looksBack({ kind, id }) && referrers.has(`${other} ${otherId}`))
          ? (this.entities.get(`${other} ${otherId}`)?.state as States[Other] | undefined)
          : undefined,
      sharing: (other, key) =>
        others((each) => each.kind === other && sharedKeys(each.kind, each.state as never).includes(key)).sort(),
      referring: (other) =>
        others(
          (each) => each.kind === other && referencesOf(each.kind, each.state as never).some((r) => r.id === id),
        ).sort(),
    };
  }
}
