/** Which part of a list. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** One page of a list. */
export interface Listed<Row> {
  readonly items: readonly Row[];
  /** How many there are in all, beyond the page. */
  readonly total: number;
}
