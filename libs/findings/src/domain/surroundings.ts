import type { EntityKind, States } from './entity-kinds.js';

/** What a rule may look at besides the entity itself: what the entity refers to, and what refers to it. */
export interface Surroundings {
  /** Undefined: it is not registered, or neither refers to the other (`LOOKS_BACK` in references.ts). */
  get<Kind extends EntityKind>(kind: Kind, id: string): States[Kind] | undefined;
  /** Ids of the entities of a kind that share a key with this one (`sharedKeys` in references.ts), itself left out. */
  sharing(kind: EntityKind, key: string): readonly string[];
  /** Ids of the entities of a kind that refer to this one. */
  referring(kind: EntityKind): readonly string[];
}
