import { Refusal } from '@liggare/kernel';

/** Why nothing more is recorded of an entry that was a mistake. */
export function registeredInError(what: 'person' | 'party'): Refusal {
  return new Refusal('registered-in-error', `the ${what} was registered in error`);
}
