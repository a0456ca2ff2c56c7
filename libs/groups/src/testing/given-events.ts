import { civilDate, specificationId, type CivilDate, type PartialDate } from '@liggare/kernel';
import type { GroupEvent } from '../domain/events.js';
import type { EndCause } from '../domain/vocabulary.js';

/** Short forms of the events and values that specifications begin with. */
export const day = (text: string): CivilDate => civilDate(text);
export const date = (text: string): PartialDate => text as PartialDate;
/** Ids that read as what they are: `id(1)` is also what the first id of a command's context is like. */
export const id = specificationId;
export const BASIS = { decisionId: id(900), point: 2 };

export function established(data: Partial<Extract<GroupEvent, { type: 'GroupEstablished' }>['data']> = {}): GroupEvent {
  const base = {
    name: 'Referensgruppen',
    legalForm: 'council-preparatory-committee',
    from: date('2023-01-01'),
  } as const;
  return { type: 'GroupEstablished', data: { ...base, ...data } };
}

export function instruction(version: number, from: string, memberSeats: number, substituteSeats = 0): GroupEvent {
  return { type: 'InstructionAdopted', data: { version, effectiveFrom: date(from), memberSeats, substituteSeats } };
}

export interface Appointed {
  readonly person?: number;
  readonly party?: number;
  readonly seat?: number;
  readonly from?: string;
  readonly to?: string;
}

/** Appointment n is of person n to seat n, unless said otherwise. */
export function member(n: number, appointed: Appointed = {}): GroupEvent {
  return { type: 'MemberAppointed', data: appointmentData(n, appointed) };
}

export function substitute(n: number, appointed: Appointed = {}): GroupEvent {
  return { type: 'SubstituteAppointed', data: appointmentData(n, appointed) };
}

export function ended(n: number, on: string, cause: EndCause = 'released'): GroupEvent {
  return { type: 'AppointmentEnded', data: { endId: id(700 + n), appointmentId: id(n), on: date(on), cause } };
}

export const personId = (n: number): string => id(100 + n);
export const partyId = (n: number): string => id(200 + n);

function appointmentData(n: number, { person, party, seat, from, to }: Appointed) {
  return {
    appointmentId: id(n),
    personId: personId(person ?? n),
    ...(party === undefined ? {} : { nominatingPartyId: partyId(party) }),
    seat: seat ?? n,
    from: date(from ?? '2023-01-01'),
    ...(to === undefined ? {} : { to: date(to) }),
  };
}
