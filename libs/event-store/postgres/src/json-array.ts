/** The type `json`, https://www.postgresql.org/docs/current/catalog-pg-type.html */
const JSON_TYPE = 114;

/**
 * JSON texts as a parameter of type `json[]` in PostgreSQL's binary form, so that nothing is quoted here and unquoted
 * there: dimensions, whether there are nulls, type of the elements, their number, first index; then length and bytes
 * of each.
 */
export function jsonArray(texts: readonly string[]): Buffer {
  const lengths = texts.map((text) => Buffer.byteLength(text));
  const header = [1, 0, JSON_TYPE, texts.length, 1];
  const array = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + 4 + length, 4 * header.length));
  let at = 0;
  for (const number of header) at = array.writeInt32BE(number, at);
  texts.forEach((text, i) => {
    at = array.writeInt32BE(lengths[i]!, at);
    at += array.write(text, at);
  });
  return array;
}
