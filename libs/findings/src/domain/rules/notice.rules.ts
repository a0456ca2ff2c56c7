import { lastAppealDay } from '@liggare/decisions';
import { addDays } from '@liggare/kernel';
import { lasts } from '../days.js';
import { rule } from '../rule.js';

/** KL 8:12: at the latest the second day after the adjustment. */
export const NOTICE_DAYS = 2;

export const noticeMissing = rule({
  id: 'notice-missing',
  about: 'decision',
  severity: 'breach',
  source: 'KL 8:12',
  title: { sv: 'Inte tillkännagivet', en: 'Not announced' },
  text: {
    sv: 'Justerat {adjustedOn}; inget anslag på anslagstavlan senast {last}. Överklagandetiden har inte börjat löpa.',
    en: 'Adjusted on {adjustedOn}; no notice on the board by {last}. The time for appeal has not begun to run.',
  },
  *examine({ proceedings }) {
    const { adjusted, notices } = proceedings;
    if (!adjusted) return;
    const last = addDays(adjusted.on, NOTICE_DAYS);
    const first = notices.map(({ on }) => on).sort()[0];
    if (first === undefined || first > last) {
      yield { ...lasts(addDays(last, 1), first), facts: { adjustedOn: adjusted.on, last } };
    }
  },
});

export const noticeLate = rule({
  id: 'notice-late',
  about: 'decision',
  severity: 'breach',
  source: 'KL 8:12',
  title: { sv: 'Tillkännagivet för sent', en: 'Announced late' },
  text: {
    sv: 'Justerat {adjustedOn}, anslaget {postedOn}; senaste dag var {last}.',
    en: 'Adjusted on {adjustedOn}, announced on {postedOn}; the last day was {last}.',
  },
  *examine({ proceedings }) {
    const { adjusted, notices } = proceedings;
    const postedOn = notices.map(({ on }) => on).sort()[0];
    if (!adjusted || postedOn === undefined) return;
    const last = addDays(adjusted.on, NOTICE_DAYS);
    if (postedOn > last) yield { raisedOn: postedOn, facts: { adjustedOn: adjusted.on, postedOn, last } };
  },
});

export const noticeTakenDownEarly = rule({
  id: 'notice-taken-down-early',
  about: 'decision',
  severity: 'breach',
  source: 'KL 8:12, 13:5 (edge case 6)',
  title: { sv: 'Anslaget togs ned för tidigt', en: 'Notice taken down too early' },
  text: {
    sv: 'Anslaget från {postedOn} togs ned {takenDownOn} men skulle sitta uppe till och med {last}. Tiden för överklagande har inte löpt ut.',
    en: 'The notice of {postedOn} was taken down on {takenDownOn} but was to stay up to and including {last}. The time for appeal has not run out.',
  },
  *examine({ proceedings }) {
    for (const { noticeId, on: postedOn, takenDownOn } of proceedings.notices) {
      const last = lastAppealDay(postedOn);
      if (takenDownOn === undefined || takenDownOn > last) continue;
      const again = proceedings.notices
        .map(({ on }) => on)
        .filter((on) => on >= takenDownOn)
        .sort()[0];
      if (again === takenDownOn) continue;
      yield { part: noticeId, ...lasts(takenDownOn, again), facts: { postedOn, takenDownOn, last } };
    }
  },
});

export const lastDayDiffers = rule({
  id: 'last-appeal-day-differs',
  about: 'decision',
  severity: 'warning',
  source: 'KL 13:5; lag (1930:173) 2 § (edge case 7)',
  title: { sv: 'Angiven sista dag är inte den lagen ger', en: 'The stated last day is not the one the law gives' },
  text: {
    sv: 'Anslaget från {postedOn} anger {stated} som sista dag för överklagande; beräknad dag är {computed}.',
    en: 'The notice of {postedOn} states {stated} as the last day for appeal; the computed day is {computed}.',
  },
  *examine({ proceedings }) {
    for (const { noticeId, on: postedOn, statedLastDay: stated } of proceedings.notices) {
      const computed = lastAppealDay(postedOn);
      if (stated === undefined || stated === computed) continue;
      yield { part: noticeId, raisedOn: postedOn, facts: { postedOn, stated, computed } };
    }
  },
});

/** Rules about notices on the board. */
export const noticeRules = [noticeMissing, noticeLate, noticeTakenDownEarly, lastDayDiffers];
