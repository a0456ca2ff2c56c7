import { personal, type Personal } from '@liggare/kernel';

/** A text in the one form it is stored in; what is absent stays absent. */
export function tidied(text: string | undefined): string | undefined {
  return text?.normalize('NFC').trim();
}

/** Each text once. */
export function tidyList(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.normalize('NFC').trim()))];
}

/** Behind a commitment under the document's own key; what is absent stays absent. */
export function sealedText(documentId: string, text: string | undefined): Personal | undefined {
  return text === undefined ? undefined : personal(documentId, text.normalize('NFC').trim());
}
