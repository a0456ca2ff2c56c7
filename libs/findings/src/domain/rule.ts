import type { CivilDate } from '@liggare/kernel';
import type { EntityKind, States } from './entity-kinds.js';
import type { Surroundings } from './surroundings.js';

/**
 * `breach`: a statute says otherwise. `warning`: probably a mistake, or something that someone must see to.
 * `note`: good to know when the record is read.
 */
export const SEVERITIES = ['breach', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A text in the two languages of the register. `{name}` stands for a fact of the occurrence. */
export interface Text {
  readonly sv: string;
  readonly en: string;
}

export type Fact = string | number;

/** What a rule found: something that was so on the days `[raisedOn, clearedOn)`. */
export interface Occurrence {
  /** Tells the occurrences of a rule about one entity apart, also when what is known of them changes; never a name. */
  readonly part?: string;
  /** First day; absent: since before anything that is known. */
  readonly raisedOn?: CivilDate;
  /** First day on which it is no longer so; absent: as far as is known it stays so. */
  readonly clearedOn?: CivilDate;
  /** For the text: days, numbers, ids and codes. Never personal data. */
  readonly facts?: Readonly<Record<string, Fact>>;
}

/** What all rules say of themselves. */
export interface RuleDescription {
  /** Kebab-case, stable: findings and acknowledgements are known by it. */
  readonly id: string;
  /** The statute, or the practice, that the rule comes from. */
  readonly source: string;
  readonly severity: Severity;
  readonly title: Text;
  /** What was found, with the facts in their places. */
  readonly text: Text;
}

/** A rule about the state of one entity, with those it refers to. Pure: no clock, no I/O. */
export interface Rule<Kind extends EntityKind = EntityKind> extends RuleDescription {
  readonly about: Kind;
  examine(state: States[Kind], others: Surroundings, id: string): Iterable<Occurrence>;
}

/** Keeps the type of the entity the rule is about. */
export function rule<Kind extends EntityKind>(definition: Rule<Kind>): Rule {
  return definition;
}

/** `{name}` in a text is replaced by the fact of that name. */
export function fillText(text: Text, facts: Readonly<Record<string, Fact>>): Text {
  const fill = (template: string) => template.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '?'));
  return { sv: fill(text.sv), en: fill(text.en) };
}
