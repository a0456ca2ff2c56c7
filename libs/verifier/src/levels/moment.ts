/** @param text RFC 3339. @returns milliseconds since 1970; NaN when it is none */
export function momentOf(text: unknown): number {
  return typeof text === 'string' ? Date.parse(text) : NaN;
}
