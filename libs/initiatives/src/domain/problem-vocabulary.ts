/** Where a problem shows, from the single place to the whole region. */
export const PROBLEM_LEVELS = ['place', 'group', 'district', 'municipality', 'region'] as const;
export type ProblemLevel = (typeof PROBLEM_LEVELS)[number];

/** What makes crime more likely, or less (Brå: risk- och skyddsfaktorer). */
export const CAUSE_FACTORS = ['risk', 'protective'] as const;
export type CauseFactor = (typeof CAUSE_FACTORS)[number];

export const PROBLEM_STATUSES = ['open', 'closed'] as const;
export type ProblemStatus = (typeof PROBLEM_STATUSES)[number];
