import {
  appointmentPeriod,
  compositionOf,
  membershipStory,
  sittingsIn,
  type Chapter,
  type Composition,
  type GroupState,
} from '@liggare/groups';
import { NotFound, position, type EventStore, type RecordedEvent, type Repository } from '@liggare/kernel';
import { auditedOf } from '../shown.js';
import { foldSteps } from '../fold-steps.js';
import { paperChain, proofLink, type ProofOf, type When } from './reason-chain.js';
import { link, type ReasonLink, type Sentence } from './reason-link.js';

export const MEMBERSHIP_VERDICTS = [
  'member',
  'substitute',
  'function',
  'never-appointed',
  'not-yet',
  'ended',
  'registered-in-error',
  'annulled',
  'group-not-in-force',
] as const;
export type MembershipVerdict = (typeof MEMBERSHIP_VERDICTS)[number];

export interface MembershipReason {
  readonly verdict: MembershipVerdict;
  /** From the answer, over the events, to decisions, minutes and proofs. */
  readonly chain: readonly ReasonLink[];
}

export interface Reasoning {
  readonly store: EventStore;
  readonly repository: Repository;
  readonly proofOf: ProofOf;
}

/** A group as its stream tells it. */
export interface ToldGroup {
  readonly groupId: string;
  readonly state: GroupState;
  readonly events: readonly RecordedEvent[];
  readonly summaries: ReadonlyMap<string, Sentence>;
  /** Undefined: there was no group to compose on the day. */
  readonly composition: Composition | undefined;
}

/** @throws NotFound */
export async function toldGroup(store: EventStore, groupId: string, { validAt, knownAt }: When): Promise<ToldGroup> {
  const events: RecordedEvent[] = [];
  const summaries = new Map<string, Sentence>();
  let state: unknown;
  for await (const step of foldSteps(store, auditedOf({ type: 'group', id: groupId }), groupId, knownAt)) {
    events.push(step.event);
    summaries.set(step.event.type, step.by.summary);
    ({ state } = step);
  }
  if (events.length === 0) throw new NotFound('group', groupId);
  const group = state as GroupState;
  return { groupId, state: group, events, summaries, composition: compositionOf(groupId, group, validAt) };
}

/** Why somebody is a member of a group on a day as it was known, or why not. @throws NotFound no such group */
export async function whyMembership(
  reasoning: Reasoning,
  groupId: string,
  personId: string,
  when: When,
): Promise<MembershipReason> {
  return reasonOf(reasoning, await toldGroup(reasoning.store, groupId, when), personId, when);
}

export async function reasonOf(
  reasoning: Reasoning,
  group: ToldGroup,
  personId: string,
  when: When,
): Promise<MembershipReason> {
  const story = membershipStory(personId, group.events, group.state);
  const { verdict, about } = verdictOf(group, personId, story, when);
  const chain: ReasonLink[] = [answer(verdict, group.groupId, personId, when)];
  for (const chapter of story.filter(about)) {
    chain.push(told(chapter, group.summaries));
    chain.push(...(await paperChain(reasoning.repository, chapter.basis, when)));
    chain.push(await proofLink(reasoning.proofOf, position(chapter.position)));
  }
  return { verdict, chain };
}

interface Verdict {
  readonly verdict: MembershipVerdict;
  /** Which chapters explain it. */
  readonly about: (chapter: Chapter) => boolean;
}

const END = /Ended$|^AppointmentEnd|^Resignation/;

function verdictOf(
  { state, composition }: ToldGroup,
  personId: string,
  story: readonly Chapter[],
  when: When,
): Verdict {
  const of = (appointmentId: string) => (chapter: Chapter) => chapter.appointmentId === appointmentId;
  for (const [verdict, seating] of [
    ['member', composition?.members],
    ['substitute', composition?.substitutes],
  ] as const) {
    const holder = seating?.holders.find((each) => each.personId === personId);
    if (holder) {
      const about = of(holder.appointmentId);
      // What ends later is no reason for sitting now.
      return { verdict, about: (chapter) => about(chapter) && !END.test(chapter.type) };
    }
  }
  if (composition?.functionSeats.some((seat) => seat.personId === personId)) {
    return { verdict: 'function', about: () => false };
  }
  if (story.length === 0) return { verdict: 'never-appointed', about: () => false };
  return { ...absence(state, personId, story, when), about: () => true };
}

function absence(state: GroupState, personId: string, story: readonly Chapter[], { validAt }: When) {
  const theirs = state.appointments.filter((each) => each.personId === personId);
  const sittings = sittingsIn(state, 'dejure').filter(({ value }) => value.appointment.personId === personId);
  const verdict = (code: MembershipVerdict) => ({ verdict: code });
  if (sittings.some(({ period }) => period.to !== undefined && period.to <= validAt)) return verdict('ended');
  if (sittings.some(({ period }) => period.from !== undefined && validAt < period.from)) return verdict('not-yet');
  if (theirs.length === 0) return verdict('registered-in-error');
  if (story.some(({ type }) => type === 'BasisAnnulled')) return verdict('annulled');
  const periods = theirs.map((each) => appointmentPeriod(each, state.term));
  return verdict(periods.length > 0 && state.term ? 'ended' : 'group-not-in-force');
}

const ANSWERS: Readonly<Record<MembershipVerdict, Sentence>> = {
  member: { sv: 'är ledamot i', en: 'is a member of' },
  substitute: { sv: 'är ersättare i', en: 'is a substitute in' },
  function: { sv: 'sitter i kraft av en funktion i', en: 'sits by virtue of a function in' },
  'never-appointed': { sv: 'har aldrig valts till', en: 'was never appointed to' },
  'not-yet': { sv: 'har ännu inte tillträtt i', en: 'has not yet taken a seat in' },
  ended: { sv: 'har lämnat', en: 'has left' },
  'registered-in-error': { sv: 'registrerades av misstag i', en: 'was registered by mistake in' },
  annulled: { sv: 'valdes genom ett beslut som upphävts till', en: 'was elected by an annulled decision to' },
  'group-not-in-force': { sv: 'sitter inte i, ty den fanns inte,', en: 'does not sit in, for it did not exist,' },
};

function answer(verdict: MembershipVerdict, groupId: string, personId: string, { validAt }: When): ReasonLink {
  const { sv, en } = ANSWERS[verdict];
  const [first, second] = [`Den ${validAt}: personen ${personId}`, `On ${validAt}: the person ${personId}`];
  return link('answer', `${first} ${sv} gruppen ${groupId}.`, `${second} ${en} the group ${groupId}.`);
}

function told(chapter: Chapter, summaries: ReadonlyMap<string, Sentence>): ReasonLink {
  const { type, on, cause, actor, recordedAt, appointmentId } = chapter;
  const { sv, en } = summaries.get(type)!;
  const day = on === undefined ? '' : ` (${on}${cause === undefined ? '' : `, ${cause}`})`;
  const event = `${chapter.position}, ${recordedAt}`;
  return link(
    'event',
    `${sv}${day}. Händelse ${event}, registrerad av ${actor.id}.`,
    `${en}${day}. Event ${event}, recorded by ${actor.id}.`,
    { position: chapter.position, type, actor, recordedAt, ...(appointmentId === undefined ? {} : { appointmentId }) },
  );
}
