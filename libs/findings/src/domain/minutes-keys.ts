import { placeOf, spanOf, type DecisionState, type MeetingState, type ParagraphSet } from '@liggare/decisions';

/** Nobody's minutes have more; a longer span is a slip of the pen. */
const LONGEST_SPAN = 1_000;

/** By which sets of a meeting's paragraphs and the decisions in them find each other: the number that a § begins with. */
export function minutesKeysOf(meetingId: string, set: ParagraphSet): readonly string[] {
  const numbers = set.flatMap((text) => {
    const { from, to } = spanOf(text);
    const [first, last] = [numberOf(from), numberOf(to)];
    if (first === undefined || last === undefined || last - first > LONGEST_SPAN) return [];
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  return [...new Set(numbers)].map((number) => `minutes ${meetingId} ${number}`);
}

export function meetingKeys({ id, adjustments = [], notices = [] }: MeetingState): readonly string[] {
  return minutesKeysOf(
    id,
    [...adjustments, ...notices].flatMap(({ paragraphs = [] }) => paragraphs),
  );
}

export function decisionKeys(decision: DecisionState): readonly string[] {
  const { meetingId, paragraph } = placeOf(decision) ?? {};
  return meetingId === undefined || paragraph === undefined ? [] : minutesKeysOf(meetingId, [paragraph]);
}

function numberOf(paragraph: string): number | undefined {
  const digits = /^[§\s]*(\d{1,9})/.exec(paragraph)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
