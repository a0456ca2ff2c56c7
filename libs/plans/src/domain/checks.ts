import { certainlyBefore, Refusal, type PartialDate } from '@liggare/kernel';

/** @throws Refusal `not-registered` */
export function checkRegistered(id: string, what: string): void {
  if (id === '') throw new Refusal('not-registered', `the ${what} is not registered`);
}

/** @throws Refusal `already-exists` */
export function checkNew(id: string, what: string): void {
  if (id !== '') throw new Refusal('already-exists', `the ${what} is already registered`);
}

/** @throws Refusal `from-after-to` when the one certainly does not come before the other */
export function checkOrder(from: PartialDate | undefined, to: PartialDate | undefined, pointer: string): void {
  if (from === undefined || to === undefined || !certainlyBefore(to, from)) return;
  throw new Refusal('from-after-to', 'the end is before the beginning', pointer);
}

/** @throws Refusal `unknown-fact` */
export function unknownFact(what: string): never {
  throw new Refusal('unknown-fact', `the ${what} has no such fact`, '/corrects');
}

/** @throws Refusal `no-such-field` the fact that is corrected does not have these */
export function checkFields(given: object, allowed: readonly string[]): void {
  const foreign = Object.keys(given).find((name) => !allowed.includes(name));
  if (foreign !== undefined) {
    throw new Refusal('no-such-field', 'the fact that is corrected has no such field', `/${foreign}`);
  }
}
