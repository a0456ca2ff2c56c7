import { personal, type Personal } from './personal.js';

/** A text in the one form it is stored in: the same words from two keyboards are the same text. */
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

/** Marks a text, tidied, as personal under a subject's key; what is absent stays absent. */
export function sealedText(subject: string, text: string): Personal;
export function sealedText(subject: string, text: string | undefined): Personal | undefined;
export function sealedText(subject: string, text: string | undefined): Personal | undefined {
  return text === undefined ? undefined : personal(subject, tidy(text));
}
