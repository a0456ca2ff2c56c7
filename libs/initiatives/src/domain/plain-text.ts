import { personal, type Personal } from '@liggare/kernel';

/** A text in the one form it is stored in. */
export function tidy(text: string): string {
  return text.normalize('NFC').trim();
}

/** As {@link tidy}; what is absent stays absent. */
export function tidied(text: string | undefined): string | undefined {
  return text === undefined ? undefined : tidy(text);
}

/** Each text once. */
export function tidyList(texts: readonly string[]): string[] {
  return [...new Set(texts.map(tidy))];
}

/** Behind a commitment under the document's own key; what is absent stays absent. */
export function sealedText(documentId: string, text: string | undefined): Personal | undefined {
  return text === undefined ? undefined : personal(documentId, tidy(text));
}
