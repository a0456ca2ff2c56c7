import { certainlyBefore, Refusal, type PartialDate } from '@liggare/kernel';

/**
 * Refuses only what cannot be: every day the end may be lies before every day the beginning may be.
 * @throws Refusal `from-after-to`
 */
export function checkOrder(from: PartialDate | undefined, to: PartialDate | undefined): void {
  if (from === undefined || to === undefined || !certainlyBefore(to, from)) return;
  throw new Refusal('from-after-to', 'it cannot end before it begins', '/to');
}
