import type { EntityKind } from '../entity-kinds.js';
import { referencesOf } from '../references.js';
import { type Occurrence, rule, type Rule } from '../rule.js';

/** Kinds whose entries refer to others, in words. */
const REFERRING = {
  person: { sv: 'Personen', en: 'The person' },
  meeting: { sv: 'Sammanträdet', en: 'The meeting' },
  group: { sv: 'Gruppen', en: 'The group' },
  initiative: { sv: 'Åtgärden', en: 'The initiative' },
  'action-plan': { sv: 'Åtgärdsplanen', en: 'The action plan' },
} as const satisfies Partial<Record<EntityKind, unknown>>;

type Referring = keyof typeof REFERRING;

/** An entry may be discarded while others rest on it: the register says so instead of refusing. */
function refersToEntryInError(about: Referring): Rule {
  const { sv, en } = REFERRING[about];
  return rule({
    id: `${about}-refers-to-entry-in-error`,
    about,
    severity: 'warning',
    source:
      'God ordning: det som bygger på en felaktig post rättas också · good order: what rests on a mistake is mended too',
    title: {
      sv: `${sv} hänvisar till en post som fördes in av misstag`,
      en: `${en} refers to an entry that was made by mistake`,
    },
    text: {
      sv: `${sv} hänvisar till {kind} {otherId}, som fördes in av misstag.`,
      en: `${en} refers to {kind} {otherId}, which was entered by mistake.`,
    },
    *examine(state, others): Iterable<Occurrence> {
      for (const { kind, id: otherId } of referencesOf(about, state)) {
        const other = others.get(kind, otherId);
        if (other && 'registeredInError' in other) yield { part: otherId, facts: { kind, otherId } };
      }
    },
  });
}

export const entryInErrorRules: readonly Rule[] = (Object.keys(REFERRING) as Referring[]).map(refersToEntryInError);
