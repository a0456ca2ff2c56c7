import {
  addDays,
  civilDate,
  instantFromMillis,
  type CivilDate,
  type DomainEvent,
  type NewEvent,
  type PartialDate,
} from '@liggare/kernel';
import type { GroupCommand } from '../domain/commands.js';
import { decide } from '../domain/decide.js';
import { evolve } from '../domain/evolve.js';
import { ownEndingOf } from '../domain/periods-of-facts.js';
import { NO_GROUP, type Appointment, type GroupState } from '../domain/state.js';
import { PseudoRandom } from './pseudo-random.js';

/** Events of one stream that were recorded together. */
export interface HistoryPart {
  readonly stream: string;
  readonly events: readonly NewEvent[];
}

const GROUPS_AT_A_TIME = 64;
const STEPS_OF_A_GROUP = 30;
const PARTIES = 10;
const PERSONS = 400;
const FIRST_DAY = civilDate('2023-02-13');
const FIRST_MOMENT = Date.UTC(2023, 1, 13, 17);

/**
 * A register's history of exactly `count` events, as the log would have it: groups side by side, each elected, changed
 * for a mandate period and dissolved, while its members change parties. Holds only the groups that are alive, so that
 * a million events need no more memory than a thousand. The same count and seed always give the same history.
 */
export function* compositionHistory(count: number, seed = 1): Generator<HistoryPart> {
  const random = new PseudoRandom(seed);
  const parties = Array.from({ length: PARTIES }, () => random.uuid());
  const persons = Array.from({ length: PERSONS }, () => ({ id: random.uuid(), affiliationId: '' }));
  const alive = Array.from({ length: GROUPS_AT_A_TIME }, () => new GroupLife(random, parties));
  let made = 0;
  while (made < count) {
    const slot = random.below(alive.length);
    const one = random.below(12) === 0 ? changeOfParty(random, persons, parties) : alive[slot]!.step(persons);
    if (!one) {
      alive[slot] = new GroupLife(random, parties);
      continue;
    }
    const events = one.events.slice(0, count - made).map((event, n) => envelope(event, made + n, random));
    made += events.length;
    // A meeting may decide nothing new.
    if (events.length > 0) yield { stream: one.stream, events };
  }
}

interface Person {
  readonly id: string;
  affiliationId: string;
}

interface Step {
  readonly stream: string;
  readonly events: readonly DomainEvent[];
}

/** Persons begin and end to represent parties; the people slice would write the same. */
function changeOfParty(random: PseudoRandom, persons: readonly Person[], parties: readonly string[]): Step {
  const person = random.pick(persons);
  const personId = person.id;
  const day = addDays(FIRST_DAY, random.below(1_400));
  const { affiliationId } = person;
  person.affiliationId = affiliationId === '' ? random.uuid() : '';
  const event =
    affiliationId === ''
      ? {
          type: 'AffiliationStarted',
          data: { personId, affiliationId: person.affiliationId, partyId: random.pick(parties), from: day },
        }
      : { type: 'AffiliationEnded', data: { personId, affiliationId, to: addDays(day, 1_400) } };
  return { stream: `person-${personId}`, events: [event] };
}

class GroupLife {
  private readonly id: string;
  private state: GroupState = NO_GROUP;
  private day: CivilDate = FIRST_DAY;
  private steps = 0;

  constructor(
    private readonly random: PseudoRandom,
    private readonly parties: readonly string[],
  ) {
    this.id = random.uuid();
  }

  /** What is decided at the next meeting; undefined when the group is no more. */
  step(persons: readonly Person[]): Step | undefined {
    const meeting = this.steps++;
    if (meeting > STEPS_OF_A_GROUP) return undefined;
    this.day = addDays(this.day, 7 + this.random.below(40));
    const commands = meeting === 0 ? this.beginning(persons) : this.change(meeting, persons);
    const events = commands.flatMap((command) => this.carryOut(command));
    return { stream: `group-${this.id}`, events };
  }

  private beginning(persons: readonly Person[]): GroupCommand[] {
    const { day } = this;
    const basis = { decisionId: this.random.uuid(), point: 1 };
    const members = this.random.pick([5, 7, 9, 11]);
    const start = this.random.below(persons.length);
    const elect = (type: 'AppointMember' | 'AppointSubstitute', n: number, offset: number): GroupCommand[] =>
      Array.from({ length: n }, (_, i) => ({
        type,
        personId: persons[(start + offset + i) % persons.length]!.id,
        nominatingPartyId: this.random.pick(this.parties),
        from: dated(day),
        basis: { ...basis, point: offset === 0 ? 3 : 4 },
      }));
    return [
      {
        type: 'EstablishGroup',
        name: `Referensgrupp ${this.id.slice(0, 8)}`,
        legalForm: 'council-preparatory-committee',
        from: dated(day),
        to: dated(addDays(day, 1_420)),
        basis,
      },
      { type: 'AdoptInstruction', effectiveFrom: dated(day), memberSeats: members, substituteSeats: 5, basis },
      ...elect('AppointMember', members, 0),
      ...elect('AppointSubstitute', 5, members),
    ];
  }

  private change(meeting: number, persons: readonly Person[]): GroupCommand[] {
    const basis = { decisionId: this.random.uuid(), point: 1 };
    const { day } = this;
    if (meeting === STEPS_OF_A_GROUP) return this.ending(basis);
    const seated = this.state.appointments.filter((a) => !ownEndingOf(a));
    const one = this.random.pick(seated);
    const { appointmentId } = one;
    const free = persons.find(({ id }) => !seated.some((a) => a.personId === id))!;
    switch (this.random.below(20)) {
      case 0:
        return [{ type: 'ChangeSeats', kind: 'member', seats: 5 + this.random.below(8), from: day, basis }];
      case 1:
        return [
          {
            type: 'CorrectInstruction',
            version: 1,
            origin: 'decision',
            substituteSeats: 3 + this.random.below(4),
            basis,
          },
        ];
      case 2:
      case 3:
      case 4:
      case 5:
        return [{ type: 'RequestResignation', appointmentId, receivedOn: addDays(day, -14) }];
      case 6:
      case 7:
      case 8:
      case 9:
        if (!one.roles.some((role) => role.to === undefined)) {
          return [{ type: 'AssignRole', appointmentId, role: 'chair', from: day, basis }];
        }
        return [{ type: 'EndRole', appointmentId, role: 'chair', on: day, basis }];
      default:
        return this.byElection(one, free, basis);
    }
  }

  /** Most groups end with their term; a few are dissolved before. */
  private ending(basis: { decisionId: string; point: number }): GroupCommand[] {
    if (this.random.below(10) === 0) return [{ type: 'DissolveGroup', on: this.day, basis }];
    return [{ type: 'NameSuccessor', successorId: this.random.uuid(), basis }];
  }

  private byElection(one: Appointment, next: Person, basis: { decisionId: string; point: number }): GroupCommand[] {
    const { day } = this;
    const { appointmentId, nominatingPartyId } = one;
    const party = nominatingPartyId === undefined ? {} : { nominatingPartyId };
    return [
      { type: 'EndAppointment', appointmentId, on: dated(day), cause: 'released', basis },
      {
        type: one.kind === 'member' ? 'AppointMember' : 'AppointSubstitute',
        personId: next.id,
        ...party,
        from: dated(day),
        basis: { ...basis, point: 2 },
      },
    ];
  }

  private carryOut(command: GroupCommand): readonly DomainEvent[] {
    if (command.type === 'RequestResignation' && this.hasOpenRequest(command.appointmentId)) return [];
    const events = decide(this.state, command, { today: this.day, id: () => this.random.uuid() });
    this.state = events.reduce(evolve, this.state);
    return events;
  }

  private hasOpenRequest(appointmentId: string): boolean {
    return this.state.resignations.some((r) => r.appointmentId === appointmentId && r.status === 'open');
  }
}

function dated(day: CivilDate): PartialDate {
  return day as string as PartialDate;
}

function envelope({ type, data }: DomainEvent, index: number, random: PseudoRandom): NewEvent {
  return {
    eventId: random.uuid(),
    type,
    data,
    metadata: {
      schemaVersion: 1,
      recordedAt: instantFromMillis(FIRST_MOMENT + index * 1_000),
      actor: { id: 'registrar-1', role: 'registrar' },
      correlationId: random.uuid(),
      commandId: random.uuid(),
      classification: 'public',
      retentionClass: 'permanent',
    },
  };
}
