/** What a request for erasure rests on: a letter of article 17(1) GDPR, or a rule of disposal (gallring). */
export const ERASURE_GROUNDS = [
  'gdpr-17-1-a',
  'gdpr-17-1-b',
  'gdpr-17-1-c',
  'gdpr-17-1-d',
  'gdpr-17-1-e',
  'disposal-decision',
] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

/** Why data must stay: article 17(3) GDPR, or that public records may only be disposed of by decision. */
export const REFUSAL_GROUNDS = [
  'gdpr-17-3-a',
  'gdpr-17-3-b',
  'gdpr-17-3-d',
  'gdpr-17-3-e',
  'arkivlagen',
  'no-ground',
  'withdrawn',
] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];
