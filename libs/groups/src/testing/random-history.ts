import {
  derivedId,
  instant,
  Refusal,
  type CivilDate,
  type EventStore,
  type PartialDate,
  type Repository,
} from '@liggare/kernel';
import fc from 'fast-check';
import type { GroupCommand } from '../domain/commands.js';
import { groupAggregate } from '../domain/group.js';
import type { GroupState } from '../domain/state.js';
import { END_CAUSES, LEGAL_FORMS, ROLES, SEAT_KINDS, VACANCY_REASONS } from '../domain/vocabulary.js';
import { contextOf } from './load-chronology.js';

export const GROUPS = [derivedId('random', 'group', 1), derivedId('random', 'group', 2)];
const PERSONS = Array.from({ length: 6 }, (_, i) => derivedId('random', 'person', i));
const PARTIES = Array.from({ length: 3 }, (_, i) => derivedId('random', 'party', i));
export const DAYS = Array.from({ length: 9 }, (_, i) => `2023-0${i + 1}-01` as CivilDate);

const day = fc.constantFrom(...DAYS);
const date = fc.oneof(
  { weight: 6, arbitrary: day.map((d) => d as string as PartialDate) },
  fc.constantFrom(...(['2023-03', '2023', '2023-02/2023-05', '../2023-06', 'unknown'] as PartialDate[])),
);
const basis = fc.option(
  fc.nat(3).map((n) => ({ decisionId: derivedId('random', 'decision', n), point: n + 1 })),
  { nil: undefined },
);
const role = fc.constantFrom(...ROLES.slice(0, 2));
const seats = fc.nat(5);
const seat = fc.integer({ min: 1, max: 6 });
const kind = fc.constantFrom(...SEAT_KINDS);
const person = fc.constantFrom(...PERSONS);
const party = fc.option(fc.constantFrom(...PARTIES), { nil: undefined });
/** Which of the appointments made so far: an index that wraps round. */
const which = fc.nat(50);
const optionally = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** A command, or what becomes one when the state of the day says which appointment it is about. */
type Intention = Omit<GroupCommand, 'appointmentId' | 'functionSeatId'> & { which?: number };

const appoint = fc.record({
  type: fc.constantFrom('AppointMember', 'AppointSubstitute'),
  personId: person,
  seat: optionally(seat),
  nominatingPartyId: party,
  from: date,
  to: fc.option(date, { nil: undefined, freq: 1 }),
  basis,
});

/** Corrections of what was registered, as opposed to things that happen. */
const corrections = [
  fc.record({
    type: fc.constant('CorrectAppointment'),
    which,
    personId: optionally(person),
    seat: optionally(seat),
    from: optionally(date),
    to: optionally(date),
    clears: optionally(fc.constant(['to'])),
  }),
  fc.record({ type: fc.constant('DiscardAppointment'), which }),
  fc.record({
    type: fc.constant('CorrectAppointmentEnd'),
    which,
    on: optionally(date),
    cause: optionally(fc.constantFrom(...END_CAUSES)),
  }),
  fc.record({ type: fc.constant('DiscardAppointmentEnd'), which }),
  fc.record({
    type: fc.constant('CorrectRole'),
    which,
    role: optionally(role),
    from: optionally(day),
    to: optionally(day),
  }),
  fc.record({ type: fc.constant('DiscardRole'), which }),
  fc.record({
    type: fc.constant('CorrectGroup'),
    name: optionally(fc.constant('Rättat namn')),
    from: optionally(date),
    to: optionally(date),
    dissolvedOn: optionally(day),
    clears: optionally(fc.constantFrom(['to'], ['dissolution'])),
  }),
  fc.record({ type: fc.constant('DiscardGroup') }),
];

const intention = fc.oneof(
  { weight: 8, arbitrary: appoint },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('EndAppointment'),
      which,
      on: date,
      cause: fc.constantFrom(...END_CAUSES),
      basis,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('AssignRole'),
      which,
      role,
      from: day,
      to: optionally(day),
      basis,
    }),
  },
  fc.record({ type: fc.constant('EndRole'), which, role, on: day, basis }),
  fc.record({ type: fc.constant('RequestResignation'), which, receivedOn: day }),
  fc.record({ type: fc.constant('WithdrawResignation'), which, on: day }),
  fc.record({ type: fc.constant('EndAppointmentsOfDeceased'), personId: person, on: date }),
  fc.record({ type: fc.constant('CorrectEndsByDeath'), personId: person, on: optionally(date) }),
  fc.record({
    type: fc.constant('AdoptInstruction'),
    effectiveFrom: date,
    memberSeats: seats,
    substituteSeats: seats,
    basis,
  }),
  fc.record({
    type: fc.constant('CorrectInstruction'),
    version: fc.constantFrom(1, 2),
    origin: fc.constant('decision'),
    memberSeats: optionally(seats),
    effectiveFrom: optionally(date),
    basis,
  }),
  fc.record({ type: fc.constant('ChangeSeats'), kind, seats, from: day, basis }),
  fc.record({
    type: fc.constant('RenameGroup'),
    name: fc.constantFrom('Beredningen', 'Namn med "citat", \\ och\ttabb'),
    from: day,
    basis,
  }),
  fc.record({
    type: fc.constant('AssignFunctionSeat'),
    function: fc.constant('lokalpolisområdeschef'),
    seat: optionally(seat),
    from: day,
    to: optionally(day),
    personId: optionally(person),
  }),
  fc.record({ type: fc.constant('EndFunctionSeat'), which, on: day }),
  fc.record({
    type: fc.constant('ExplainVacancy'),
    kind,
    seat,
    reason: fc.constantFrom(...VACANCY_REASONS),
    partyId: party,
    from: day,
    to: optionally(day),
  }),
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(3), day).map(([n, finalOn]) => ({
      type: 'AnnulBasis' as const,
      decisionId: derivedId('random', 'decision', n),
      point: n + 1,
      finalOn,
    })),
  },
  fc.nat(3).map((n) => ({
    type: 'RetractAnnulment' as const,
    decisionId: derivedId('random', 'decision', n),
    point: n + 1,
  })),
  fc.record({
    type: fc.constant('LoseEligibility'),
    which,
    ground: fc.constant('moved'),
    since: date,
    endsOn: optionally(day),
    basis,
  }),
  fc.record({ type: fc.constant('RetainDespiteLoss'), which, on: day, basis }),
  fc.record({ type: fc.constant('RecallAll'), on: day, ground: fc.constant('majority-shifted'), basis }),
  fc.record({ type: fc.constant('NameSuccessor'), successorId: fc.constant(GROUPS[1]!) }),
  fc.record({ type: fc.constant('DissolveGroup'), on: day, basis }),
  ...corrections,
) as fc.Arbitrary<Intention>;

/** Groups begin with seats, so that most of what comes later is about something. */
const beginning = fc.tuple(
  fc.record({
    type: fc.constant('EstablishGroup'),
    name: fc.constant('Referensgruppen'),
    legalForm: fc.constantFrom(...LEGAL_FORMS),
    from: fc.constantFrom(...(['2023-01-01', '2023-01', 'unknown'] as PartialDate[])),
    to: optionally(fc.constantFrom(...(['2023-08-01', '2023-07/2023-08', '2024'] as PartialDate[]))),
    basis,
  }),
  fc.record({
    type: fc.constant('AdoptInstruction'),
    effectiveFrom: fc.constant('2023-01-01'),
    memberSeats: fc.constant(4),
    substituteSeats: fc.constant(3),
    basis,
  }),
  ...PERSONS.map((personId, n) =>
    fc.record({
      type: fc.constant(n < 4 ? 'AppointMember' : 'AppointSubstitute'),
      personId: fc.constant(personId),
      nominatingPartyId: party,
      from: fc.constantFrom('2023-01-01', '2023-02-01', '2023'),
      basis,
    }),
  ),
) as fc.Arbitrary<unknown> as fc.Arbitrary<readonly GroupCommand[]>;

/** What a person's events say of parties: one affiliation at a time, corrected and taken back now and then. */
const affiliationStep = fc.record({
  personId: person,
  type: fc.constantFrom('AffiliationStarted', 'AffiliationEnded', 'AffiliationCorrected', 'AffiliationRetracted'),
  partyId: fc.constantFrom(...PARTIES),
  from: optionally(day),
  to: day,
});

const step = fc.oneof(
  { weight: 9, arbitrary: fc.record({ group: fc.constantFrom(0, 1), intention }) },
  { weight: 1, arbitrary: affiliationStep },
);

/** What may be corrected after a history, in either group. */
export const randomCorrections = fc.array(
  fc.record({ group: fc.constantFrom(0, 1), intention: fc.oneof(...corrections) }),
  { minLength: 4, maxLength: 10 },
);

export const randomHistory = fc.record({
  beginnings: fc.tuple(beginning, beginning),
  steps: fc.array(step, { minLength: 10, maxLength: 45, size: 'max' }),
});
export type RandomHistory = typeof randomHistory extends fc.Arbitrary<infer T> ? T : never;

/** Carries out what the domain allows of the corrections. */
export async function correct(
  corrections: typeof randomCorrections extends fc.Arbitrary<infer T> ? T : never,
  repository: Repository,
): Promise<void> {
  for (const [n, { group, intention }] of corrections.entries()) {
    const { state } = await repository.load(groupAggregate, GROUPS[group]!);
    const command = withoutHoles(addressed(intention, state));
    const context = contextOf(`correction ${n}`, instant('2023-06-15T12:00:00Z'));
    await attempt(() => repository.execute(groupAggregate, GROUPS[group]!, command, context));
  }
}

/** Carries out what the domain allows of the history; what it refuses is part of nobody's history. */
export async function play(history: RandomHistory, store: EventStore, repository: Repository): Promise<void> {
  const now = instant('2023-05-15T12:00:00Z');
  for (const [group, commands] of history.beginnings.entries()) {
    for (const [n, command] of commands.entries()) {
      const context = contextOf(`beginning ${group} ${n}`, now);
      await attempt(() => repository.execute(groupAggregate, GROUPS[group]!, withoutHoles(command), context));
    }
  }
  for (const [n, one] of history.steps.entries()) {
    if (!('intention' in one)) {
      await recordAffiliation(one, n, store);
      continue;
    }
    const id = GROUPS[one.group]!;
    const { state } = await repository.load(groupAggregate, id);
    const command = withoutHoles(addressed(one.intention, state));
    await attempt(() => repository.execute(groupAggregate, id, command, contextOf(`step ${n}`, now)));
  }
}

function addressed({ which: index, ...intention }: Intention, state: GroupState): GroupCommand {
  if (index === undefined) return intention as GroupCommand;
  const { appointments, functionSeats } = state;
  const functionSeatId = functionSeats[index % Math.max(1, functionSeats.length)]?.functionSeatId ?? GROUPS[0]!;
  if (intention.type === 'CorrectRole' || intention.type === 'DiscardRole') {
    const held = appointments.flatMap(({ appointmentId, roles }) =>
      roles.map(({ roleId }) => ({ appointmentId, roleId })),
    );
    return {
      ...intention,
      ...(held[index % Math.max(1, held.length)] ?? { appointmentId: GROUPS[0] }),
    } as GroupCommand;
  }
  const appointmentId = appointments[index % Math.max(1, appointments.length)]?.appointmentId ?? GROUPS[0]!;
  const target = intention.type === 'EndFunctionSeat' ? { functionSeatId } : { appointmentId };
  return { ...intention, ...target } as GroupCommand;
}

async function recordAffiliation(
  { personId, type, partyId, from, to }: typeof affiliationStep extends fc.Arbitrary<infer T> ? T : never,
  n: number,
  store: EventStore,
): Promise<void> {
  const affiliationId = derivedId('random', 'affiliation', personId);
  const data = {
    AffiliationStarted: { personId, affiliationId, partyId, from },
    AffiliationEnded: { personId, affiliationId, to },
    AffiliationCorrected: { personId, corrects: affiliationId, partyId, from, to },
    AffiliationRetracted: { personId, corrects: affiliationId },
  }[type];
  const metadata = {
    schemaVersion: 1,
    recordedAt: instant('2023-05-15T12:00:00Z'),
    actor: { id: 'registrar-1', role: 'registrar' },
    correlationId: affiliationId,
    commandId: affiliationId,
    classification: 'internal' as const,
    retentionClass: 'permanent' as const,
  };
  await store.append(
    `person-${personId}`,
    [{ eventId: derivedId('random', n, affiliationId), type, data, metadata }],
    'any',
  );
}

async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

function withoutHoles<T extends object>(command: T): T {
  return Object.fromEntries(Object.entries(command).filter(([, value]) => value !== undefined)) as T;
}
