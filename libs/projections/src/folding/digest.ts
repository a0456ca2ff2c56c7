import { isCommitment, type Personal } from '@liggare/kernel';

/**
 * A sealed text's commitment as a column; null when there is no text.
 * @throws Error for a value in clear: that would be a defect, and must not reach a table
 */
export function digest(value: Personal | undefined): string | null {
  if (value === undefined) return null;
  if (!isCommitment(value)) throw new Error('a stored event holds a personal value that was not sealed');
  return value._sd;
}
