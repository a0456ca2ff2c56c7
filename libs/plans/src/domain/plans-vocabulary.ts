/** The parts that a situation report must have (lag 2023:196 4 §). */
export const REPORT_PARTS = ['survey', 'other-information', 'analysis'] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/** What the council was told of (lag 2023:196 13 §). */
export const REPORTED_SUBJECTS = ['situation-report', 'action-plan', 'work'] as const;
export type ReportedSubject = (typeof REPORTED_SUBJECTS)[number];

/** What somebody is designated for (lag 2023:196 10, 11 and 13 §§). */
export const DUTIES = ['leading-body', 'coordination-function', 'strategic-council'] as const;
export type Duty = (typeof DUTIES)[number];

/** "Minst vartannat år" (lag 2023:196 6 §) does not say how it is counted: from the day, or by calendar years. */
export const COUNTINGS = ['anniversary', 'calendar-year'] as const;
export type Counting = (typeof COUNTINGS)[number];
