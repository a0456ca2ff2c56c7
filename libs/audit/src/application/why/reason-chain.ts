import {
  decisionAggregate,
  legalForceOf,
  meetingAggregate,
  type DecisionState,
  type LegalForceStatus,
} from '@liggare/decisions';
import { NO_EVENTS, type CivilDate, type DecisionPointRef, type Position, type Repository } from '@liggare/kernel';
import { link, type ReasonLink, type Sentence } from './reason-link.js';

/** Where an event is in the transparency log; undefined until a signed checkpoint has it. */
export type ProofOf = (position: Position) => Promise<{ readonly seq: number; readonly size: number } | undefined>;

/** As of which day, and with which part of the log. */
export interface When {
  readonly validAt: CivilDate;
  readonly knownAt?: Position;
}

/** The links from a decision point down to the minutes and their legal force; each only as far as anything is known. */
export async function paperChain(
  repository: Repository,
  basis: DecisionPointRef | undefined,
  { validAt, knownAt }: When,
): Promise<readonly ReasonLink[]> {
  if (!basis) {
    return [link('no-decision', 'Inget beslut är registrerat som grund.', 'No decision is registered as its basis.')];
  }
  const { decisionId, point } = basis;
  const { state, revision } = await repository.load(decisionAggregate, decisionId, knownAt);
  if (revision === NO_EVENTS) {
    const sv = `Grunden är punkt ${point} i beslutet ${decisionId}, som inte finns i registret.`;
    const en = `Its basis is point ${point} of the decision ${decisionId}, which is not in the register.`;
    return [link('no-decision', sv, en, { decisionId, point })];
  }
  return [
    decided(state, basis),
    ...(await held(repository, state, knownAt)),
    ...proceedings(state, validAt),
    inForce(state, basis, validAt),
  ];
}

function decided({ decidedOn, paragraph, registryNumber, organ }: DecisionState, basis: DecisionPointRef): ReasonLink {
  const { decisionId, point } = basis;
  const place = [paragraph === undefined ? '' : ` § ${paragraph}`, registryNumber ? ` (${registryNumber})` : ''].join(
    '',
  );
  const by =
    organ?.groupId === undefined ? ['', ''] : [` av gruppen ${organ.groupId}`, ` by the group ${organ.groupId}`];
  const sv = `Det vilar på punkt ${point} i beslutet ${decisionId}${place}, fattat ${decidedOn}${by[0]}.`;
  const en = `It rests on point ${point} of the decision ${decisionId}${place}, taken ${decidedOn}${by[1]}.`;
  return link('decision', sv, en, { decisionId, point });
}

async function held(
  repository: Repository,
  { meetingId }: DecisionState,
  knownAt: Position | undefined,
): Promise<readonly ReasonLink[]> {
  if (meetingId === undefined) {
    return [link('meeting', 'Sammanträdet är inte registrerat.', 'The meeting is not registered.')];
  }
  const { state, revision } = await repository.load(meetingAggregate, meetingId, knownAt);
  if (revision === NO_EVENTS) return [];
  const cancelled = state.cancelled
    ? [' Det är registrerat som inställt.', ' It is registered as cancelled.']
    : ['', ''];
  const sv = `Beslutet fattades på sammanträdet ${meetingId} den ${state.date}.${cancelled[0]}`;
  const en = `It was taken at the meeting ${meetingId} of ${state.date}.${cancelled[1]}`;
  return [link('meeting', sv, en, { meetingId })];
}

function proceedings({ proceedings: { adjusted, notices } }: DecisionState, day: CivilDate): readonly ReasonLink[] {
  const adjustment =
    adjusted && adjusted.on <= day
      ? link(
          'adjustment',
          `Protokollet justerades ${adjusted.on}${adjusted.immediate ? ', omedelbart' : ''}.`,
          `The minutes were adjusted ${adjusted.on}${adjusted.immediate ? ', at once' : ''}.`,
        )
      : link('adjustment', 'Ingen justering är registrerad.', 'No adjustment of the minutes is registered.');
  const posted = notices
    .filter(({ on }) => on <= day)
    .map(({ on }) => link('notice', `Justeringen anslogs ${on}.`, `The adjustment was announced ${on}.`));
  return [adjustment, ...posted];
}

const FORCES: Readonly<Record<LegalForceStatus, Sentence>> = {
  unknown: { sv: 'om laga kraft är inget registrerat', en: 'nothing is registered of its legal force' },
  'not-adjusted': { sv: 'protokollet var inte justerat', en: 'the minutes were not adjusted' },
  'not-announced': { sv: 'beslutet var inte anslaget', en: 'it was not announced' },
  'appeal-period': { sv: 'beslutet kunde överklagas', en: 'it could be appealed' },
  'notice-broken': { sv: 'anslaget togs ned för tidigt', en: 'the notice was taken down too early' },
  'under-appeal': { sv: 'beslutet var överklagat', en: 'it was under appeal' },
  gained: { sv: 'beslutet hade laga kraft', en: 'it had legal force' },
  annulled: { sv: 'punkten är upphävd av domstol', en: 'a court has annulled the point' },
};

function inForce(state: DecisionState, { decisionId, point }: DecisionPointRef, day: CivilDate): ReasonLink {
  const force = legalForceOf(state, point, day);
  const { sv, en } = FORCES[force.status];
  const since = force.status === 'gained' && force.gainedOn !== undefined;
  const [from, of] = since ? [` sedan ${force.gainedOn}`, ` since ${force.gainedOn}`] : ['', ''];
  return link('legal-force', `Den ${day}: ${sv}${from}.`, `On ${day}: ${en}${of}.`, { decisionId, point });
}

/** The proof that the event stands in the log unaltered, as far as there is one. */
export async function proofLink(proofOf: ProofOf, position: Position): Promise<ReasonLink> {
  const proof = await proofOf(position);
  const at = { position: position.toString() };
  if (!proof) {
    const sv = `Händelse ${position} har inget signerat bevis ännu.`;
    return link('no-proof', sv, `Event ${position} has no signed proof yet.`, at);
  }
  const sv = `Händelse ${position} är nummer ${proof.seq} i den signerade loggen, i kontrollpunkten av storlek ${proof.size}.`;
  const en = `Event ${position} is number ${proof.seq} of the signed log, in the checkpoint of size ${proof.size}.`;
  const receipt = `/v1/evidence/receipts/${position}`;
  return link('proof', sv, en, { ...at, receipt, seq: proof.seq, checkpointSize: proof.size });
}
