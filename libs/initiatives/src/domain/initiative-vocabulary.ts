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
] as const;
export type InitiativeStatus = (typeof INITIATIVE_STATUSES)[number];

export const RESPONSIBILITY_ROLES = ['lead', 'co-responsible'] as const;
export type ResponsibilityRole = (typeof RESPONSIBILITY_ROLES)[number];

/** Merged into the successor together with others, or split into several successors. */
export const INITIATIVE_SUCCESSIONS = ['merged', 'split'] as const;
export type InitiativeSuccession = (typeof INITIATIVE_SUCCESSIONS)[number];

/** What a decision point is to the initiative, when no dated event of its own says it. */
export const LINK_RELATIONS = ['adopts-plan', 'assigns', 'funds', 'legal-basis', 'follows-up', 'other'] as const;
export type LinkRelation = (typeof LINK_RELATIONS)[number];

/** How sure the register is of an incomplete record. */
export const INITIATIVE_CONFIDENCES = ['certain', 'probable', 'uncertain'] as const;
export type InitiativeConfidence = (typeof INITIATIVE_CONFIDENCES)[number];
