import { shared } from './messages.js';

/** How a client wants to be told ids. */
export type UuidForm = 'string' | 'structured';

/** A UUID as text in lower case; `undefined` when the message holds none. */
export function uuidText(uuid: shared.UUID | undefined): string | undefined {
  if (uuid === undefined) return undefined;
  if (!uuid.hasStructured()) return uuid.getString() === '' ? undefined : uuid.getString().toLowerCase();
  const structured = uuid.getStructured()!;
  const high = BigInt.asUintN(64, BigInt(structured.getMostSignificantBits()));
  const low = BigInt.asUintN(64, BigInt(structured.getLeastSignificantBits()));
  const digits = ((high << 64n) | low).toString(16).padStart(32, '0');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function uuidMessage(text: string, form: UuidForm = 'string'): shared.UUID {
  const uuid = new shared.UUID();
  if (form === 'string') return uuid.setString(text);
  const bits = BigInt(`0x${text.replaceAll('-', '')}`);
  const structured = new shared.UUID.Structured();
  structured.setMostSignificantBits(BigInt.asIntN(64, bits >> 64n).toString());
  structured.setLeastSignificantBits(BigInt.asIntN(64, bits).toString());
  return uuid.setStructured(structured);
}
