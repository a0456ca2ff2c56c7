/** The closed vocabularies of groups. Codes are stable; `LABELS` in the console and the API reference translate them. */

/** Decides which law applies to the group (KL 3:2–5, 6:41–43; lag 2023:196 10 §). `unknown` is for legacy records. */
export const LEGAL_FORMS = [
  'municipal-council',
  'municipal-board',
  'committee',
  'council-preparatory-committee',
  'committee-preparatory-group',
  'subcommittee',
  'reference-group',
  'strategic-council',
  'informal',
  'unknown',
] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];

/** Swedish: ledamot, ersättare. Seats of functions are counted apart (edge case 75). */
export const SEAT_KINDS = ['member', 'substitute'] as const;
export type SeatKind = (typeof SEAT_KINDS)[number];

/** What a holder is on top of the seat (edge case 29). */
export const ROLES = [
  'chair',
  'first-vice-chair',
  'second-vice-chair',
  'third-vice-chair',
  'convener',
  'rapporteur',
  'secretary',
] as const;
export type Role = (typeof ROLES)[number];

/** Why an appointment ended. `term-expired` and `group-dissolved` are usually derived, not registered. */
export const END_CAUSES = [
  'released',
  'died',
  'not-eligible',
  'recalled',
  'judgment',
  'superseded',
  'lost-underlying-seat',
  'term-expired',
  'group-dissolved',
  'other',
] as const;
export type EndCause = (typeof END_CAUSES)[number];

/**
 * Why somebody was recalled. KL 4:9 knows two grounds for one person, 4:10 two for a whole body; anything else is recorded
 * all the same, and is a finding (edge case 24).
 */
export const RECALL_GROUNDS = [
  'discharge-refused',
  'convicted',
  'majority-shifted',
  'organisation-changed',
  'other',
] as const;
export type RecallGround = (typeof RECALL_GROUNDS)[number];

/** Why somebody is no longer eligible (KL 4:3–7, 7:3). */
export const ELIGIBILITY_GROUNDS = ['moved', 'not-entitled-to-vote', 'incompatible-office', 'other'] as const;
export type EligibilityGround = (typeof ELIGIBILITY_GROUNDS)[number];

/** Groups whose members the council does not elect: who loses eligibility leaves at once (KL 4:7). */
export const ENDS_AT_ONCE: readonly LegalForm[] = [
  'municipal-council',
  'committee-preparatory-group',
  'subcommittee',
  'strategic-council',
  'informal',
];

/** Why a seat is left empty (edge case 74). */
export const VACANCY_REASONS = ['declined', 'no-candidate', 'pending'] as const;
export type VacancyReason = (typeof VACANCY_REASONS)[number];

/** Whose mistake a correction of an instruction puts right (edge cases 9 and 10). */
export const CORRECTION_ORIGINS = ['decision', 'registration'] as const;
export type CorrectionOrigin = (typeof CORRECTION_ORIGINS)[number];

/** How a registration came to be wrong. A code, not free text: a reason in words might name people. */
export const MISTAKES = [
  'typing-error',
  'wrong-person',
  'wrong-date',
  'wrong-seat',
  'wrong-party',
  'wrong-group',
  'duplicate',
  'other',
] as const;
export type Mistake = (typeof MISTAKES)[number];
