import { inBoth, setAdjustmentOf } from '@liggare/decisions';
import { minutesKeysOf } from '../minutes-keys.js';
import { rule } from '../rule.js';

const SAME_REST = 'alla utom de namngivna · all but those named';

export const adjustedTwice = rule({
  id: 'paragraphs-adjusted-twice',
  about: 'meeting',
  severity: 'warning',
  source: 'KL 5:69 (edge case 8)',
  title: { sv: 'Samma paragrafer justerade två gånger', en: 'The same paragraphs adjusted twice' },
  text: {
    sv: 'Justeringen {first} och den {second} gäller båda {paragraphs}. Den första räknas.',
    en: 'The adjustment of {first} and that of {second} are both of {paragraphs}. The first counts.',
  },
  *examine({ adjustments = [] }) {
    const byDay = [...adjustments].sort((a, b) => (key(a) < key(b) ? -1 : 1));
    for (const [index, { adjustmentId, paragraphs, on: first }] of byDay.entries()) {
      for (const other of byDay.slice(index + 1)) {
        // One that names paragraphs and the rest have none in common.
        if ((paragraphs === undefined) !== (other.paragraphs === undefined)) continue;
        const both = paragraphs === undefined ? [SAME_REST] : inBoth(paragraphs, other.paragraphs!);
        if (both.length === 0) continue;
        const part = [adjustmentId, other.adjustmentId].sort().join(' ');
        yield { part, raisedOn: other.on, facts: { first, second: other.on, paragraphs: both.join(', ') } };
      }
    }
  },
});

export const setWithoutDecision = rule({
  id: 'paragraphs-without-decision',
  about: 'meeting',
  severity: 'note',
  source: 'God ordning · good order (edge case 8)',
  title: { sv: 'Inget beslut i paragraferna', en: 'No decision in the paragraphs' },
  text: {
    sv: 'Justeringen eller anslaget {on} nämner {paragraphs}; inget beslut i registret står i någon av dem.',
    en: 'The adjustment or notice of {on} names {paragraphs}; no decision in the register stands in any of them.',
  },
  *examine({ id, adjustments = [], notices = [] }, others) {
    const sets = [
      ...adjustments.map(({ adjustmentId: part, ...set }) => ({ part, ...set })),
      ...notices.map(({ noticeId: part, ...set }) => ({ part, ...set })),
    ];
    for (const { part, paragraphs, on } of sets) {
      if (paragraphs === undefined) continue;
      if (minutesKeysOf(id, paragraphs).some((each) => others.sharing('decision', each).length > 0)) continue;
      yield { part, raisedOn: on, facts: { on, paragraphs: paragraphs.join(', ') } };
    }
  },
});

export const noticeOfNothing = rule({
  id: 'notice-of-nothing',
  about: 'meeting',
  severity: 'warning',
  source: 'KL 8:12',
  title: { sv: 'Anslag om en justering som inte finns', en: 'Notice of an adjustment that is not there' },
  text: {
    sv: 'Anslaget {on} gäller en justering som har tagits bort ur registret, och når därför inget beslut.',
    en: 'The notice of {on} is of an adjustment that was withdrawn from the register, and so reaches no decision.',
  },
  *examine({ adjustments = [], notices = [] }) {
    const known = new Set(adjustments.map(({ adjustmentId }) => adjustmentId));
    for (const { noticeId, adjustmentId, paragraphs, on } of notices) {
      if (adjustmentId === undefined || paragraphs !== undefined || known.has(adjustmentId)) continue;
      yield { part: noticeId, raisedOn: on, facts: { on } };
    }
  },
});

export const adjustedOtherwise = rule({
  id: 'adjusted-otherwise-than-minutes',
  about: 'decision',
  severity: 'warning',
  source: 'KL 5:69 (edge case 8)',
  title: {
    sv: 'Beslut och sammanträde säger olika om justeringen',
    en: 'Decision and meeting differ on the adjustment',
  },
  text: {
    sv: 'Beslutet är registrerat som justerat {own}, paragraferna det hör till {set}. Beslutets uppgift gäller.',
    en: 'The decision is registered as adjusted on {own}, its set of paragraphs on {set}. The entry of the decision holds.',
  },
  *examine({ proceedings }) {
    const set = setAdjustmentOf(proceedings);
    const own = proceedings.adjusted;
    if (!own || !set || own === set) return;
    if (own.on === set.on && own.immediate === set.immediate) return;
    yield { raisedOn: own.on > set.on ? own.on : set.on, facts: { own: own.on, set: set.on } };
  },
});

export const announcedBeforeAdjusted = rule({
  id: 'announced-before-adjusted',
  about: 'decision',
  severity: 'warning',
  source: 'KL 8:12',
  title: { sv: 'Anslaget före justeringen', en: 'Announced before it was adjusted' },
  text: {
    sv: 'Anslaget {postedOn} är före justeringen {adjustedOn}, som är det som ska tillkännages.',
    en: 'The notice of {postedOn} is before the adjustment of {adjustedOn}, which is what is to be announced.',
  },
  *examine({ proceedings }) {
    const { adjusted, notices } = proceedings;
    for (const { noticeId, on: postedOn } of notices) {
      if (!adjusted || postedOn >= adjusted.on) continue;
      yield { part: noticeId, raisedOn: postedOn, facts: { postedOn, adjustedOn: adjusted.on } };
    }
  },
});

function key({ on, adjustmentId }: { readonly on: string; readonly adjustmentId: string }): string {
  return `${on} ${adjustmentId}`;
}

/** Rules about minutes that are adjusted and announced in sets of paragraphs. */
export const minutesSetRules = [
  adjustedTwice,
  setWithoutDecision,
  noticeOfNothing,
  adjustedOtherwise,
  announcedBeforeAdjusted,
];
