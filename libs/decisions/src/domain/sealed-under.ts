import { personal, type Personal } from '@liggare/kernel';

/** Free text may name people: it is sealed under the key of the paper it belongs to (edge case 68). */
export function sealedUnder(subject: string): (text: string | undefined) => Personal | undefined {
  return (text) => (text === undefined ? undefined : personal(subject, text));
}
