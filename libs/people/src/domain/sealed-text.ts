import { sealedText, type Personal } from '@liggare/kernel';

/** A text that may be missing, sealed, as a field to spread. */
export function sealedReason(subject: string, reason: string | undefined): { readonly reason?: Personal } {
  return reason === undefined ? {} : { reason: sealedText(subject, reason) };
}
