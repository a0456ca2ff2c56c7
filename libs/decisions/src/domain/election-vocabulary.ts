/** How an election was held: proportionally (KL 5:58, on request), by closed ballots for persons, or by acclamation. */
export const ELECTION_METHODS = ['proportional', 'majority', 'acclamation', 'unknown'] as const;
export type ElectionMethod = (typeof ELECTION_METHODS)[number];

/** Members and substitutes are elected separately. */
export const ELECTION_OFFICES = ['members', 'substitutes', 'other'] as const;
export type ElectionOffice = (typeof ELECTION_OFFICES)[number];

/** The acts on proportional elections, by number in the statute book (SFS). */
export const ELECTION_STATUTES = ['1955:138', '1992:339', '2022:629'] as const;
export type ElectionStatute = (typeof ELECTION_STATUTES)[number];

/** What a correction of the registration may take away. */
export const ELECTION_CLEARABLE = [
  'point',
  'statute',
  'request',
  'invalidBallots',
  'lots',
  'lotNote',
  'elected',
  'fills',
] as const;
export type ElectionClearable = (typeof ELECTION_CLEARABLE)[number];
