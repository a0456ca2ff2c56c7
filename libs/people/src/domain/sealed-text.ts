import { personal, type Personal } from '@liggare/kernel';

/**
 * Marks a text as personal. Normalised to NFC and trimmed: the same name from two keyboards is then the same text, and
 * what is committed to is what is shown.
 */
export function sealedText(subject: string, text: string): Personal {
  return personal(subject, text.normalize('NFC').trim());
}

/** The same for a text that may be missing, as a field to spread. */
export function sealedReason(subject: string, reason: string | undefined): { readonly reason?: Personal } {
  return reason === undefined ? {} : { reason: sealedText(subject, reason) };
}
