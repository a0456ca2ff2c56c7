import { v5, v7 } from 'uuid';

/** UUIDs of this project's derived ids live in this namespace (RFC 9562 §5.5). Changing it would break every retry. */
const NAMESPACE = '6f1b2c0e-6f9f-5d4e-9d0b-1f5a8c5b7e21';

/** The same parts always give the same UUID (version 5), so that a command sent twice makes the same ids. */
export function derivedId(...parts: readonly (string | number)[]): string {
  return v5(parts.map((part) => encodeURIComponent(String(part))).join('/'), NAMESPACE);
}

/** A fresh UUID (version 7: its order in an index follows time). Never called by `decide` or `evolve`. */
export function freshId(): string {
  return v7();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A UUID in its canonical lower-case form. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
