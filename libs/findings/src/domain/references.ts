import type { DecisionState, MeetingState } from '@liggare/decisions';
import type { EntityKind, States } from './entity-kinds.js';
import { decisionKeys, meetingKeys } from './minutes-keys.js';

/** An entity that another one is examined with: when the one changes, the other is examined again. */
export interface Reference {
  readonly kind: EntityKind;
  readonly id: string;
}

type RefersTo = { readonly [Kind in EntityKind]: (state: States[Kind]) => readonly Reference[] };

/** Whose states the rules about each kind look at. */
const REFERS_TO: RefersTo = {
  person: ({ affiliations }) => affiliations.map(({ partyId: id }) => ({ kind: 'party', id })),
  party: () => [],
  meeting: ({ organ, attendance }) => [
    ...(organ?.groupId === undefined ? [] : [{ kind: 'group' as const, id: organ.groupId }]),
    ...persons(attendance ?? []),
  ],
  decision: ({ meetingId }) => (meetingId === undefined ? [] : [{ kind: 'meeting', id: meetingId }]),
  group: ({ appointments }) => [
    ...appointments.flatMap(({ basis, ends }) =>
      [basis, ...ends.map((end) => end.basis)].flatMap((ref) =>
        ref ? [{ kind: 'decision' as const, id: ref.decisionId }] : [],
      ),
    ),
    ...persons(appointments),
  ],
  initiative: ({ responsibilities, addresses }) => [
    ...responsibilities.flatMap(({ body }) =>
      body.groupId === undefined ? [] : [{ kind: 'group' as const, id: body.groupId }],
    ),
    ...addresses.map(({ problemId: id }) => ({ kind: 'problem' as const, id })),
  ],
  problem: () => [],
  indicator: () => [],
  'situation-report': () => [],
  'action-plan': ({ versions }) =>
    versions.flatMap(({ restsOn, items }) => [
      ...(restsOn ? [{ kind: 'situation-report' as const, id: restsOn.situationReportId }] : []),
      ...items.flatMap(({ initiativeId: id }) => (id === undefined ? [] : [{ kind: 'initiative' as const, id }])),
    ]),
  agreement: () => [],
};

function persons(of: readonly { readonly personId?: string }[]): readonly Reference[] {
  return of.flatMap(({ personId: id }) => (id === undefined ? [] : [{ kind: 'person' as const, id }]));
}

/** Kinds that are examined with those that refer to them, besides those that they refer to. */
const LOOKS_BACK: readonly EntityKind[] = ['problem'];

export function looksBack({ kind }: Reference): boolean {
  return LOOKS_BACK.includes(kind);
}

/** Each entity once, in a fixed order. */
export function referencesOf<Kind extends EntityKind>(kind: Kind, state: States[Kind]): readonly Reference[] {
  const all = REFERS_TO[kind](state).map((reference) => [`${reference.kind} ${reference.id}`, reference] as const);
  return [...new Map(all)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, reference]) => reference);
}

/**
 * Entities with the same key are examined together: those of which there ought to be one only (edge case 61: two clerks
 * register the same paragraph), and a meeting's sets of paragraphs with the decisions in them.
 */
export function sharedKeys<Kind extends EntityKind>(kind: Kind, state: States[Kind]): readonly string[] {
  if (kind === 'meeting') return meetingKeys(state as MeetingState);
  if (kind !== 'decision') return [];
  const decision = state as DecisionState;
  const key = paragraphKey(decision);
  return [...(key === undefined ? [] : [key]), ...decisionKeys(decision)];
}

/** One paragraph of one organ on one day: numbers begin again at every meeting (edge cases 71 and 72). */
export function paragraphKey({ organ, decidedOn, session, paragraph, duplicateOf }: DecisionState): string | undefined {
  if (organ?.groupId === undefined || paragraph === undefined || duplicateOf !== undefined) return undefined;
  if (!/^\d{4}-\d\d-\d\d$/.test(decidedOn)) return undefined;
  return ['paragraph', organ.groupId, decidedOn, session ?? '', paragraph.trim().toLowerCase()].join(' ');
}
