/** How a decision was made: at a meeting, or otherwise (KL 6:37–40 delegation and urgent matters; a court; execution). */
export const INSTRUMENTS = [
  'meeting',
  'delegated',
  'urgent',
  'correction',
  'court',
  'administrative',
  'unknown',
] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

/** What became of the proposal. Only `adopted` has effects; the others are recorded all the same (edge case 38). */
export const OUTCOMES = ['adopted', 'rejected', 'deferred', 'referred-back', 'noted', 'unknown'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a point does. */
export const POINT_KINDS = [
  'establishes-group',
  'adopts-instruction',
  'elects',
  'releases',
  'notes',
  'rejects',
  'adopts-plan',
  'assigns',
  'annuls',
  'corrects',
  'other',
] as const;
export type PointKind = (typeof POINT_KINDS)[number];

/** Reservation (KL 4:27), or one without statutory rules; `unknown` when the paper does not say (the seed). */
export const STATEMENT_KINDS = ['reservation', 'special-statement', 'minutes-note', 'unknown'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** How sure the register is of an incomplete record. */
export const CONFIDENCES = ['certain', 'probable', 'uncertain'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What a correction of the registration may take away: the record said it, and it is not known, or not so, after all. */
export const CLEARABLE = [
  'organ',
  'meetingId',
  'matterId',
  'session',
  'sequence',
  'paragraph',
  'agendaItem',
  'registryNumber',
  'sourceNote',
  'documentHash',
  'reported',
  'deferral',
  'duplicateOf',
  'awaitsAdjustment',
] as const;
export type Clearable = (typeof CLEARABLE)[number];

/** The same of a point. */
export const POINT_CLEARABLE = ['effectiveFrom', 'effectiveTo', 'superseded'] as const;
export type PointClearable = (typeof POINT_CLEARABLE)[number];
