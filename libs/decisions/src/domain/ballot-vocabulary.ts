/** How it was decided: by acclamation, an open vote with names, closed ballots, or lots (KL 5:53–56). */
export const BALLOT_METHODS = ['acclamation', 'open', 'secret', 'lot', 'unknown'] as const;
export type BallotMethod = (typeof BALLOT_METHODS)[number];

/** What was voted on: the proposal itself, or what to do with the matter first (edge case 38). */
export const BALLOT_QUESTIONS = ['proposal', 'counter-proposal', 'referral-back', 'deferral', 'other'] as const;
export type BallotQuestion = (typeof BALLOT_QUESTIONS)[number];

/** `abstain` was present and did not vote; `absent` had a vote and was not there. */
export const VOTES = ['yes', 'no', 'abstain', 'absent'] as const;
export type Vote = (typeof VOTES)[number];

export const SIDES = ['yes', 'no'] as const;
export type Side = (typeof SIDES)[number];

/** What a correction of the registration may take away. */
export const BALLOT_CLEARABLE = [
  'point',
  'question',
  'wording',
  'votes',
  'counts',
  'castingVote',
  'lot',
  'result',
] as const;
export type BallotClearable = (typeof BALLOT_CLEARABLE)[number];
