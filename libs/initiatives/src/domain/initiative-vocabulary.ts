/** What sort of measure it is (Brå: a mix of social and situational measures); one initiative may be several. */
export const INITIATIVE_KINDS = ['social', 'situational', 'focused', 'administrative', 'governance'] as const;
export type InitiativeKind = (typeof INITIATIVE_KINDS)[number];

/** Whom it reaches: everybody, those at risk, or those who are already there. */
export const PREVENTION_LEVELS = ['universal', 'selective', 'indicated', 'unspecified'] as const;
export type PreventionLevel = (typeof PREVENTION_LEVELS)[number];

/** How far the work has come. What effect it had is an assessment, and that is another thing (edge case 47). */
export const INITIATIVE_STATUSES = [
  'registered',
  'decided',
  'ongoing',
  'paused',
  'completed',
  'discontinued',
  'merged',
  'split',
  'transferred',
] as const;
export type InitiativeStatus = (typeof INITIATIVE_STATUSES)[number];

export const RESPONSIBILITY_ROLES = ['lead', 'co-responsible'] as const;
export type ResponsibilityRole = (typeof RESPONSIBILITY_ROLES)[number];

/**
 * Merged into the successor together with others, split into several successors, or handed over whole to one: as when
 * the body that leads it is dissolved and another takes the work up as its own. A new lead alone is no succession.
 */
export const INITIATIVE_SUCCESSIONS = ['merged', 'split', 'transferred'] as const;
export type InitiativeSuccession = (typeof INITIATIVE_SUCCESSIONS)[number];

/** What a decision point is to the initiative, when no dated event of its own says it. */
export const LINK_RELATIONS = ['adopts-plan', 'assigns', 'funds', 'legal-basis', 'follows-up', 'other'] as const;
export type LinkRelation = (typeof LINK_RELATIONS)[number];

/** How sure the register is of an incomplete record. */
export const INITIATIVE_CONFIDENCES = ['certain', 'probable', 'uncertain'] as const;
export type InitiativeConfidence = (typeof INITIATIVE_CONFIDENCES)[number];

/** What a follow-up holds of the effect. Never derived from the status, nor the status from it (edge case 47). */
export const ASSESSMENTS = ['not-assessed', 'on-track', 'off-track', 'achieved', 'not-achieved'] as const;
export type Assessment = (typeof ASSESSMENTS)[number];

/** What a follow-up leads to. */
export const CONTINUATIONS = ['continue', 'adjust', 'stop'] as const;
export type Continuation = (typeof CONTINUATIONS)[number];

/** Of a planned follow-up on a day. */
export const FOLLOW_UP_STATUSES = ['due', 'overdue', 'done'] as const;
export type FollowUpStatus = (typeof FOLLOW_UP_STATUSES)[number];
