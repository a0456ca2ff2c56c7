import { derivedId } from '@liggare/kernel';

/**
 * Contact details are sealed under a key of their own: names stand in minutes and are kept for ever, while contact
 * details may be disposed of when they are needed no longer.
 * @param personId whose they are
 */
export function contactSubject(personId: string): string {
  return derivedId('contact-details', personId);
}

/** Everything that is sealed for a person or a document. What is not about a person has just itself. */
export function subjectsOf(id: string): readonly [string, ...string[]] {
  return [id, contactSubject(id)];
}
