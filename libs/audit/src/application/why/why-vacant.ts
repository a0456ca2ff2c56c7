import { position, type DecisionPointRef, type RecordedEvent } from '@liggare/kernel';
import { paperChain, proofLink, type When } from './reason-chain.js';
import { link, type ReasonLink, type Sentence } from './reason-link.js';
import { reasonOf, toldGroup, type Reasoning } from './why-membership.js';

export const SEAT_VERDICTS = ['vacant', 'held', 'no-such-seat', 'group-not-in-force'] as const;
export type SeatVerdict = (typeof SEAT_VERDICTS)[number];

export interface SeatReason {
  readonly verdict: SeatVerdict;
  readonly chain: readonly ReasonLink[];
}

export interface Seat {
  readonly groupId: string;
  readonly kind: 'member' | 'substitute';
  readonly seat: number;
}

/** Why a seat stands empty on a day as it was known: who left it last and how, and what was said of it. */
export async function whyVacant(reasoning: Reasoning, of: Seat, when: When): Promise<SeatReason> {
  const group = await toldGroup(reasoning.store, of.groupId, when);
  const seating = of.kind === 'member' ? group.composition?.members : group.composition?.substitutes;
  const say = (verdict: SeatVerdict) => answer(verdict, of, when);
  if (!seating || group.composition?.term.status !== 'current') {
    return { verdict: 'group-not-in-force', chain: [say('group-not-in-force')] };
  }
  const holder = seating.holders.find(({ seat }) => seat === of.seat);
  if (holder) {
    const { chain } = await reasonOf(reasoning, group, holder.personId, when);
    return { verdict: 'held', chain: [say('held'), ...chain] };
  }
  const vacancy = seating.vacancies.find(({ seat }) => seat === of.seat);
  if (!vacancy) return { verdict: 'no-such-seat', chain: [say('no-such-seat')] };
  const chain = [say('vacant')];
  const { lastHolder, since } = vacancy;
  if (lastHolder) {
    const { personId, to, cause } = lastHolder;
    const why = cause === undefined ? '' : ` (${cause})`;
    const sv = `Senast satt personen ${personId} där, till ${to}${why}.`;
    chain.push(link('vacancy', sv, `The person ${personId} sat there last, until ${to}${why}.`));
    chain.push(...(await reasonOf(reasoning, group, personId, when)).chain);
  } else {
    const [sv, en] =
      since === undefined ? ['', ''] : [` sedan platsen inrättades ${since}`, ` since it was made ${since}`];
    chain.push(link('vacancy', `Ingen har suttit där${sv}.`, `Nobody has sat there${en}.`));
  }
  for (const event of group.events.filter((each) => explains(each, of, when))) {
    chain.push(explained(event, group.summaries.get(event.type)!));
    const { basis } = event.data as { basis?: DecisionPointRef };
    chain.push(...(await paperChain(reasoning.repository, basis, when)));
    chain.push(await proofLink(reasoning.proofOf, position(event.position)));
  }
  return { verdict: 'vacant', chain };
}

interface Told {
  readonly kind?: string;
  readonly seat?: number;
  readonly from?: string;
  readonly reason?: string;
}

function explains({ type, data }: RecordedEvent, { kind, seat }: Seat, { validAt }: When): boolean {
  const told = data as Told;
  return type === 'VacancyExplained' && told.kind === kind && told.seat === seat && (told.from ?? '') <= validAt;
}

function explained(event: RecordedEvent, { sv, en }: Sentence): ReasonLink {
  const { reason, from } = event.data as Told;
  const { actor } = event.metadata;
  const at = `${event.position}, ${event.recordedAt}`;
  const what = ` (${reason}, ${from})`;
  return link('event', `${sv}${what}. Händelse ${at}.`, `${en}${what}. Event ${at}.`, {
    position: event.position.toString(),
    ...{ type: event.type, recordedAt: event.recordedAt, actor: { id: actor.id, role: actor.role } },
  });
}

const ANSWERS: Readonly<Record<SeatVerdict, Sentence>> = {
  vacant: { sv: 'är tom', en: 'is empty' },
  held: { sv: 'är inte tom', en: 'is not empty' },
  'no-such-seat': { sv: 'finns inte', en: 'does not exist' },
  'group-not-in-force': {
    sv: 'finns inte, ty gruppen var inte i kraft',
    en: 'does not exist: the group was not in force',
  },
};

function answer(verdict: SeatVerdict, { groupId, kind, seat }: Seat, { validAt }: When): ReasonLink {
  const { sv, en } = ANSWERS[verdict];
  const [plats, of] = kind === 'member' ? ['ledamotsplats', 'member seat'] : ['ersättarplats', 'substitute seat'];
  return link(
    'answer',
    `Den ${validAt}: ${plats} ${seat} i gruppen ${groupId} ${sv}.`,
    `On ${validAt}: ${of} ${seat} of the group ${groupId} ${en}.`,
  );
}
