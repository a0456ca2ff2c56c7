import { derivedId } from '@liggare/kernel';
import { registrationRules, rules } from './all-rules.js';
import { ENTITY_KINDS, type EntityKind, type States } from './entity-kinds.js';
import type { Fact, Occurrence, Rule } from './rule.js';
import type { RecordedEvent } from '@liggare/kernel';
import type { Surroundings } from './surroundings.js';

/** A finding: what a rule says of an entity. */
export interface Finding {
  /** The same for the same rule, entity and part, whatever else becomes known: an acknowledgement keeps to it. */
  readonly id: string;
  readonly rule: string;
  readonly entityType: string;
  readonly entityId: string;
  readonly raisedOn?: Occurrence['raisedOn'];
  readonly clearedOn?: Occurrence['clearedOn'];
  readonly facts: Readonly<Record<string, Fact>>;
}

const RULES_ABOUT: ReadonlyMap<EntityKind, readonly Rule[]> = new Map(
  ENTITY_KINDS.map((kind) => [kind, rules.filter(({ about }) => about === kind)]),
);

/** Pure: everything the rules find about one entity as it is known, on any day. */
export function examine<Kind extends EntityKind>(
  kind: Kind,
  id: string,
  state: States[Kind],
  others: Surroundings,
): readonly Finding[] {
  return examineParts(kind, id, state, others).map(({ finding }) => finding);
}

/** The same, and what of the entity each is about: often ids, with blanks between. */
export function examineParts<Kind extends EntityKind>(
  kind: Kind,
  id: string,
  state: States[Kind],
  others: Surroundings,
): readonly { readonly finding: Finding; readonly part: string }[] {
  // There is nothing to it, so nothing can be wrong with it; those that refer to it hear of that.
  if ('registeredInError' in state) return [];
  return RULES_ABOUT.get(kind)!.flatMap((rule) =>
    [...rule.examine(state as never, others, id)].map((occurrence) => ({
      finding: findingOf(rule.id, kind, id, occurrence),
      part: occurrence.part ?? '',
    })),
  );
}

/** Pure: what is to be said of the registration of an event. */
export function examineRegistration(event: RecordedEvent, kind: string, id: string): readonly Finding[] {
  return registrationRules.flatMap((rule) => {
    const occurrence = rule.examine(event);
    return occurrence ? [findingOf(rule.id, kind, id, occurrence)] : [];
  });
}

function findingOf(rule: string, entityType: string, entityId: string, occurrence: Occurrence): Finding {
  const { part = '', raisedOn, clearedOn, facts = {} } = occurrence;
  return {
    id: findingId(rule, entityId, part),
    ...{ rule, entityType, entityId, facts },
    ...(raisedOn === undefined ? {} : { raisedOn }),
    ...(clearedOn === undefined ? {} : { clearedOn }),
  };
}

export function findingId(rule: string, entityId: string, part: string): string {
  return derivedId('finding', rule, entityId, part);
}
