/** One row of a sheet or a text file as it stands there; row 1 holds the headers. */
export interface RawRow {
  readonly number: number;
  /** By column, A first. Dates that a sheet holds as numbers are dates here (`2023-05-01`). */
  readonly cells: readonly string[];
}

/** The file as a whole cannot be read as what it is said to be. */
export class UnreadableFile extends Error {
  constructor(
    readonly rule: string,
    message: string,
  ) {
    super(message);
  }
}

/** The letters above a column: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

/** The column of a cell reference such as `AB12`, from 0; undefined when there are no letters. */
export function columnIndex(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
