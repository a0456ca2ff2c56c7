/** How an appeal ends without the decision being annulled; that it is annulled is `PointsAnnulled`. */
export const APPEAL_OUTCOMES = ['rejected', 'dismissed', 'withdrawn'] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

/**
 * Where a point is on its way to legal force. `unknown`: nothing is registered of minutes or notices, as with legacy
 * records. `notice-broken`: the notice was taken down before the time to appeal had run out. `annulled` holds from the
 * start, whatever the day.
 */
export const LEGAL_FORCES = [
  'unknown',
  'not-adjusted',
  'not-announced',
  'appeal-period',
  'notice-broken',
  'under-appeal',
  'gained',
  'annulled',
] as const;
export type LegalForceStatus = (typeof LEGAL_FORCES)[number];
