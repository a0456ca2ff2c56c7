import type { DecisionState } from './decision.js';

/** The paragraph of a meeting's minutes that a decision stands in. */
export interface DecisionPlace {
  readonly meetingId: string;
  readonly paragraph?: string;
}

/**
 * In whose minutes a decision is adjusted and announced: those of the meeting that made it; for a delegated or urgent
 * decision those of the meeting it was reported to, from whose notice its time to appeal runs.
 */
export function placeOf({ meetingId, paragraph, reported }: DecisionState): DecisionPlace | undefined {
  if (meetingId !== undefined) return { meetingId, ...(paragraph === undefined ? {} : { paragraph }) };
  if (reported?.meetingId === undefined) return undefined;
  return {
    meetingId: reported.meetingId,
    ...(reported.paragraph === undefined ? {} : { paragraph: reported.paragraph }),
  };
}
