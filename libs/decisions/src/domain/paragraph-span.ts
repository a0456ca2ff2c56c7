import { Refusal, withoutUndefined } from '@liggare/kernel';
import { naturalOrder } from './natural-order.js';

/** Paragraphs of one meeting's minutes, from and to inclusive as minutes write them (§§ 12–18). */
export interface ParagraphSpan {
  readonly from?: string;
  readonly to?: string;
}

/** Is this paragraph among them? */
export function covers({ from, to }: ParagraphSpan, paragraph: string): boolean {
  const at = naturalOrder(paragraph);
  return (from === undefined || naturalOrder(from) <= at) && (to === undefined || at <= naturalOrder(to));
}

/** Do they have a paragraph in common? */
export function meet(one: ParagraphSpan, other: ParagraphSpan): boolean {
  return beginsBy(one, other.to) && beginsBy(other, one.to);
}

/** @throws Refusal `from-after-to` */
export function plainSpans(spans: readonly ParagraphSpan[], at: string): ParagraphSpan[] {
  return spans.map(({ from, to }, index) => {
    if (!beginsBy({ ...withoutUndefined({ from }) }, to)) {
      throw new Refusal('from-after-to', 'the last paragraph is before the first', `${at}/${index}/to`);
    }
    return withoutUndefined({ from, to });
  });
}

function beginsBy({ from }: ParagraphSpan, end: string | undefined): boolean {
  return from === undefined || end === undefined || naturalOrder(from) <= naturalOrder(end);
}
