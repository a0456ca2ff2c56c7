import { Refusal } from '@liggare/kernel';
import { isEmptyPeriod, possiblePeriod, type Period, type SomeDate } from './period.js';
import { findAppointment, type Appointment, type GroupState, type Term } from './state.js';

/** The group's term. @throws Refusal `not-established`, `registered-in-error` */
export function established(state: GroupState): Term {
  if (state.registeredInError) {
    throw new Refusal('registered-in-error', 'the group was registered by mistake; nothing more is registered in it');
  }
  if (!state.term) throw new Refusal('not-established', 'the group has not been established');
  return state.term;
}

/** @throws Refusal `unknown-appointment` */
export function knownAppointment(state: GroupState, appointmentId: string): Appointment {
  const found = findAppointment(state, appointmentId);
  if (!found) throw new Refusal('unknown-appointment', 'the group has no such appointment', '/appointmentId');
  return found;
}

/** @throws Refusal `from-not-before-to` when no day can lie in the period */
export function checkedPeriod(from: SomeDate, to: SomeDate | undefined, field = '/to'): Period {
  const period = possiblePeriod(from, to);
  if (isEmptyPeriod(period)) throw new Refusal('from-not-before-to', 'the period ends before it begins', field);
  return period;
}

/** @throws Refusal `set-and-cleared` for a correction that says of one field both what it is and that it never was */
export function checkSetOrCleared(set: object, clears: readonly string[] = []): void {
  const both = clears.findIndex((name) => (set as Readonly<Record<string, unknown>>)[name] !== undefined);
  if (both !== -1) throw new Refusal('set-and-cleared', 'a field cannot be both set and cleared', `/clears/${both}`);
}
