import { Problem } from '../problems/problem.js';
import type { AuthenticatedRequest } from '../identity/authentication.guard.js';

/** A reference, e.g. a registry number. It is logged, so it is no free text that names could stand in. */
const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9./:_-]{0,99}$/;

/**
 * The matter for which protected identities are to be shown: the header `Liggare-Purpose`.
 * @throws Problem 400 when it is no reference
 */
export function purposeOf({ headers }: Pick<AuthenticatedRequest, 'headers'>): string | undefined {
  const sent = headers['liggare-purpose'];
  if (sent === undefined) return undefined;
  if (typeof sent === 'string' && REFERENCE.test(sent)) return sent;
  const detail = 'Liggare-Purpose must be a reference such as a registry number: 1 to 100 letters, digits and ./:_-';
  const errors = [{ pointer: 'Liggare-Purpose', code: 'malformed-header', detail }];
  throw new Problem('malformed-request', { detail, errors });
}
