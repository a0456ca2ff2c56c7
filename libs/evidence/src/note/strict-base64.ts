/**
 * Standard base64 with padding, and only in its one canonical form: what encodes back to other text is refused, so that no
 * two texts stand for the same bytes.
 * @returns undefined for anything else
 */
export function fromBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? new Uint8Array(bytes) : undefined;
}

export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
