import { findingId } from '@liggare/findings';
import type { Role } from '@liggare/platform';
import { auditCommands } from './audit-commands.js';
import { discards } from './discards.js';
import { forgettingCommands } from './forgetting-commands.js';
import { mergesAndCorrections } from './merges-and-corrections.js';
import { minutesCommands } from './minutes-commands.js';
import { planCommands } from './plan-commands.js';
import { preventiveChainCommands } from './preventive-chain-commands.js';
import { minutesOf, type MadeIds } from './one-of-each.js';

/** Of whom a command is, when not of the registrar; what `{id}` is, unless it is the entity of the path's collection. */
export interface CommandDetails {
  readonly id?: string;
  readonly role?: Role;
}

/** A path of the document, and what is sent there; names in braces are filled in by `sendCommands`. */
export type Command = readonly [path: string, body: object, details?: CommandDetails];

/**
 * Every command there is beside those that make an entity, in an order in which each is accepted.
 * @param made one entity of each kind, by collection
 * @param others another of each kind
 */
export function everyCommand(made: MadeIds, others: MadeIds): readonly Command[] {
  const basis = { decisionId: others['decisions'], point: 1 };
  return [
    ...persons(made),
    ...parties(others),
    ...matters(others),
    ...minutesOf(made),
    ...meetings(),
    ...decisions(made, others),
    ...groups({ made, others, basis }),
    ...initiatives({ made, others, basis }),
    ...preventiveChainCommands(made, others),
    ...findings(),
    ...planCommands({ made, others }),
    ...mergesAndCorrections({ made, others }),
    ...minutesCommands(),
    ...discards(),
    ...auditCommands(),
    ...forgettingCommands(),
  ];
}

interface Basis {
  readonly basis: object;
  readonly made: MadeIds;
  readonly others: MadeIds;
}

function persons({ parties: partyId }: MadeIds): readonly Command[] {
  const person = '/v1/persons/{id}';
  return [
    [`${person}/names`, { givenName: 'Fia', familyName: 'Fiktberg', from: '2024-01-01' }],
    [`${person}/names/{nameId}/corrections`, { givenName: 'Fia', familyName: 'Fiktborg', from: '2024-02-01' }],
    [`${person}/contact-details`, { email: 'fia@kommun.example' }],
    [`${person}/affiliations`, { partyId, from: '2024-01-01' }],
    [`${person}/affiliations/{affiliationId}/ends`, { to: '2025-01-01' }],
    [`${person}/affiliations/{affiliationId}/corrections`, { partyId, from: '2024-02-01' }],
    [`${person}/affiliations/{affiliationId}/retractions`, { reason: 'Fel person' }],
    [`${person}/deaths`, { on: '2024-01-19' }],
    [`${person}/deaths/{deathId}/corrections`, { on: '2024-01-20' }],
    [`${person}/deaths/{deathId}/retractions`, { reason: 'Fel person' }],
  ];
}

function parties({ parties: successorId }: MadeIds): readonly Command[] {
  const party = '/v1/parties/{id}';
  return [
    [`${party}/names`, { name: 'Nya Fiktionspartiet', from: '2015-11-22' }],
    [`${party}/names/{nameId}/corrections`, { name: 'Nya fiktionspartiet', from: '2015-11-23' }],
    [`${party}/successors`, { successorId, kind: 'merger', from: '2022-12-01' }],
    [`${party}/successors/{successionId}/retractions`, { reason: 'Fel parti' }],
    [`${party}/dissolutions`, { on: '2022-12' }],
    [`${party}/dissolutions/{dissolutionId}/corrections`, { on: '2022-12-31' }],
    [`${party}/dissolutions/{dissolutionId}/retractions`, { reason: 'Fel parti' }],
  ];
}

function matters({ matters: otherId }: MadeIds): readonly Command[] {
  return [
    ['/v1/matters/{id}/links', { otherId, relation: 'continues' }],
    ['/v1/matters/{id}/closures', { on: '2025' }],
    ['/v1/matters/{id}/registration-corrections', { registryNumber: 'KS-2024/1', unlinks: [otherId] }],
  ];
}

function meetings(): readonly Command[] {
  return [
    ['/v1/meetings/{id}/attendances/{entryId}/registration-corrections', { note: 'kom kl. 13.10' }],
    ['/v1/meetings/{id}/cancellations', { reason: 'Ej beslutsfört' }],
    ['/v1/meetings/{id}/registration-corrections', { session: '2', clears: ['cancelled'] }],
  ];
}

function decisions(made: MadeIds, others: MadeIds): readonly Command[] {
  const decision = '/v1/decisions/{id}';
  const appeal = `${decision}/appeals/{appealId}`;
  const basis = { decisionId: others['decisions'], point: 1 };
  const statement = { kind: 'reservation', partyIds: [made['parties']], personIds: [], text: 'Nej' };
  return [
    [`${decision}/ballots/{ballotId}/registration-corrections`, { wording: 'Ja för bifall' }],
    [`${decision}/elections/{electionId}/registration-corrections`, { seats: 2 }],
    [`${decision}/refinements`, { decidedOn: '2024-01', agendaItem: '22' }],
    [`${decision}/statements`, statement],
    [`${decision}/statements/{statementId}/refinements`, { signatory: 'För partigruppen' }],
    [`${decision}/statements/{statementId}/registration-corrections`, { text: 'Nej tack' }],
    [`${decision}/points/{point}/corrections`, { text: 'Rättad', correctedOn: '2024-02' }],
    [`${decision}/points/{point}/registration-corrections`, { text: 'Rätt avskriven' }],
    [`${decision}/points/{point}/supersessions`, { from: '2024-05-01', basis }],
    [`${decision}/reports`, { on: '2024-03-01', meetingId: made['meetings'] }],
    [`${decision}/adjustments`, { on: '2024-04-22', immediate: false }],
    [`${decision}/notices`, { on: '2024-04-23', statedLastDay: '2024-05-14' }],
    [`${decision}/notices/{noticeId}/removals`, { on: '2024-05-20' }],
    [`${decision}/appeals`, { court: 'Förvaltningsrätten', caseNumber: '1-24', on: '2024-05-10' }],
    [`${appeal}/stays`, { on: '2024-05-12', points: [1] }],
    [`${appeal}/stay-ends`, { on: '2024-05-14' }],
    [`${appeal}/outcomes`, { outcome: 'rejected', on: '2024-09-01' }],
    [`${appeal}/further-appeals`, { court: 'Kammarrätten', on: '2024-09-10' }],
    [`${decision}/notices/{noticeId}/registration-errors`, { reason: 'Fel paragraf' }],
    [
      `${decision}/annulments`,
      { appealId: '{appealId}', points: [1], court: 'Kammarrätten', judgmentOn: '2024-10-18' },
    ],
    [`${decision}/annulments/{appealId}/finality`, { finalOn: '2024-11-11' }],
    [`${decision}/annulments/{appealId}/registration-errors`, { reason: 'Domen upphävdes' }],
    [`${decision}/duplicates`, { duplicateOf: others['decisions'] }],
  ];
}

function groups({ made, others, basis }: Basis): readonly Command[] {
  const group = '/v1/groups/{id}';
  const appointment = `${group}/appointments/{appointmentId}`;
  const member = { kind: 'member', personId: made['persons'], nominatingPartyId: made['parties'], from: '2024-01-01' };
  return [
    [`${group}/names`, { name: 'Annat namn', from: '2025-01-01', basis }],
    [`${group}/instructions`, { effectiveFrom: '2024-01-01', memberSeats: 3, substituteSeats: 2 }],
    [`${group}/instructions/{version}/corrections`, { origin: 'registration', memberSeats: 4 }],
    [`${group}/seat-changes`, { kind: 'substitute', seats: 3, from: '2024-06-01', basis }],
    [`${group}/function-seats`, { function: 'Lokalpolisområdeschef', from: '2024-01-01', basis }],
    [`${group}/function-seats/{functionSeatId}/ends`, { on: '2025-01-01' }],
    [`${group}/vacancy-explanations`, { kind: 'member', seat: 2, reason: 'pending', from: '2024-01-01' }],
    [`${group}/appointments`, { ...member, basis }],
    [`${appointment}/roles`, { role: 'chair', from: '2024-01-01', basis }],
    [`${appointment}/role-ends`, { role: 'chair', on: '2024-06-01' }],
    [`${appointment}/resignations`, { receivedOn: '2024-05-01' }],
    [`${appointment}/resignation-withdrawals`, { on: '2024-05-02' }],
    [`${appointment}/resignations`, { receivedOn: '2024-05-03' }],
    [`${appointment}/resignation-refusals`, { on: '2024-05-20', basis }],
    [`${appointment}/eligibility-losses`, { ground: 'moved', since: '2024-05-25' }],
    [`${appointment}/eligibility-retentions`, { on: '2024-06-10', basis }],
    [`${appointment}/corrections`, { from: '2024-01-02', mistake: 'wrong-date' }],
    [`${appointment}/ends`, { on: '2025-01-01', cause: 'released', basis }],
    [`${appointment}/end-corrections`, { on: '2025-01-02' }],
    [`${appointment}/end-discards`, { mistake: 'duplicate' }],
    [`${appointment}/discards`, { mistake: 'duplicate' }],
    [`${group}/recalls`, { on: '2025-06-09', ground: 'majority-shifted', basis }],
    [`${group}/successors`, { successorId: others['groups'], basis }],
    [`${group}/dissolutions`, { on: '2026-01-01', basis }],
  ];
}

/** Of the one that {@link madeFinding} names. */
function findings(): readonly Command[] {
  const finding = '/v1/findings/{id}';
  return [
    [`${finding}/acknowledgements`, { reason: 'Uppgifterna saknas i arkivet', until: '2199-01-01' }],
    [`${finding}/acknowledgements/{acknowledgementId}/withdrawals`, { reason: 'De har hittats' }],
  ];
}

/** A finding that there must be: the decision that was made as one of each lacks most of what identifies one. */
export function madeFinding(others: MadeIds): string {
  return findingId('decision-identity-incomplete', others['decisions']!, '');
}

function initiatives({ made, others, basis }: Basis): readonly Command[] {
  const initiative = '/v1/initiatives/{id}';
  return [
    [`${initiative}/revisions`, { title: 'Annan åtgärd', from: '2024-07-01', basis }],
    [`${initiative}/decisions`, { on: '2024-01', basis }],
    [`${initiative}/starts`, { on: '2024-02' }],
    [`${initiative}/pauses`, { on: '2024-03-01' }],
    [`${initiative}/resumptions`, { on: '2024-04-01' }],
    [`${initiative}/decision-links`, { basis, relation: 'funds' }],
    [`${initiative}/responsibilities`, { body: { groupId: made['groups'] }, role: 'lead', from: '2024-01-01' }],
    [`${initiative}/responsibilities/{responsibilityId}/ends`, { to: '2025-01-01' }],
    [`${initiative}/partners`, { name: 'Polisen', from: '2023' }],
    [`${initiative}/partner-departures`, { partnerId: '{partnerId}', to: '2025-01-01' }],
    [`${initiative}/completions`, { on: '2025-06' }],
    [`${initiative}/registration-corrections`, { corrects: '{milestoneId}', on: '2025-07' }],
    [`${initiative}/successors`, { on: '2025-08-01', successorId: others['initiatives'], kind: 'merged' }],
    [`${initiative}/discontinuations`, { on: '2025-09', reason: 'Statsbidraget upphörde' }],
  ];
}
