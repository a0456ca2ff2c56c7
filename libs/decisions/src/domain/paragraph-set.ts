import { Refusal } from '@liggare/kernel';
import { naturalOrder } from './natural-order.js';
import { covers, meet, type ParagraphSpan } from './paragraph-span.js';

/** Paragraphs of one meeting as minutes name them: single ones (`12`, `§ 9 a`) and spans (`14–18`, `§§ 20-31`). */
export type ParagraphSet = readonly string[];

/** Both ends begin with a digit, or it is no span: `9 a-c` is a name that nobody should guess at. */
const SPAN = /^[§\s]*(\d[^–—-]*)[–—-][§\s]*(\d.*)$/;

/** A single paragraph is the span from itself to itself. */
export function spanOf(text: string): Required<ParagraphSpan> {
  const [, from, to] = SPAN.exec(text.trim()) ?? [];
  return from === undefined || to === undefined
    ? { from: text.trim(), to: text.trim() }
    : { from: from.trim(), to: to.trim() };
}

/** Is the paragraph one of them? A decision without a known paragraph is in no named set. */
export function isIn(set: ParagraphSet, paragraph: string | undefined): boolean {
  return paragraph !== undefined && set.some((text) => covers(spanOf(text), paragraph));
}

/** What of the one set is also in the other, in the words of the one. */
export function inBoth(one: ParagraphSet, other: ParagraphSet): ParagraphSet {
  return one.filter((text) => other.some((each) => meet(spanOf(text), spanOf(each))));
}

/** In the order of the minutes, each once. @throws Refusal `from-after-to` */
export function plainSet(set: ParagraphSet): string[] {
  const named = set.map((text, index) => {
    const { from, to } = spanOf(text);
    if (naturalOrder(from) > naturalOrder(to)) {
      throw new Refusal('from-after-to', 'the last paragraph is before the first', `/paragraphs/${index}`);
    }
    return [`${naturalOrder(from)} ${naturalOrder(to)}`, text.trim()] as const;
  });
  return [...new Map(named)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
}
