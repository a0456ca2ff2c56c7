import { Refusal } from '@liggare/kernel';

/**
 * A correction says something that the fact it corrects does not have.
 * @throws Refusal `no-such-field` when there is any field
 */
export function refuseFields(fields: object): void {
  const [first] = Object.keys(fields);
  if (first === undefined) return;
  throw new Refusal('no-such-field', 'the fact that is corrected has no such field', `/${first}`);
}

/** @throws Refusal `unknown-fact` */
export function refuseUnknownFact(what: string): never {
  throw new Refusal('unknown-fact', `the ${what} has no such fact`, '/corrects');
}

/** @throws Refusal `registration-stands`: an entity that was registered by mistake is corrected, never undone */
export function refuseToWithdrawRegistration(): never {
  throw new Refusal('registration-stands', 'the registration itself cannot be withdrawn', '/withdrawn');
}
