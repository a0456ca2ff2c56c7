import { responsibilityPeriods, statusPeriods } from '@liggare/initiatives';
import { termPeriod } from '@liggare/groups';
import { common, holds, lasts, periodsWhere } from '../days.js';
import { rule } from '../rule.js';

export const nobodyResponsible = rule({
  id: 'initiative-without-responsible-body',
  about: 'initiative',
  severity: 'warning',
  source: 'Lag (2023:196) 5, 13 §§ (edge case 46)',
  title: { sv: 'Ingen ansvarig', en: 'Nobody responsible' },
  text: {
    sv: 'Åtgärden är beslutad eller pågår, men inget organ ansvarar.',
    en: 'The initiative is decided or under way, but no body answers for it.',
  },
  *examine(initiative) {
    const responsible = responsibilityPeriods(initiative).map(({ period }) => period);
    const changes = responsible.flatMap(({ from, to }) => [from, to]);
    for (const { status, period } of statusPeriods(initiative)) {
      if (status !== 'decided' && status !== 'ongoing') continue;
      const nobody = (day: string) => !responsible.some((r) => holds(r, day));
      for (const { from, to } of periodsWhere(period, changes, nobody)) {
        yield { part: `${status} ${from ?? ''}`, ...lasts(from, to) };
      }
    }
  },
});

export const responsibleBodyGone = rule({
  id: 'responsible-body-has-ceased',
  about: 'initiative',
  severity: 'warning',
  source: 'Lag (2023:196) 13 § (edge cases 40, 46)',
  title: { sv: 'Ansvarigt organ har upphört', en: 'The responsible body has ceased' },
  text: {
    sv: 'Organet som ansvarar upphörde {end}; åtgärden är inte överförd.',
    en: 'The body that answers for it ceased on {end}; the initiative has not been transferred.',
  },
  *examine(initiative, others) {
    const open = statusPeriods(initiative).filter(({ status }) => ['decided', 'ongoing', 'paused'].includes(status));
    for (const { responsibilityId, body, period } of responsibilityPeriods(initiative)) {
      const term = body.groupId === undefined ? undefined : others.get('group', body.groupId)?.term;
      const end = term && termPeriod(term).to;
      const orphaned = end === undefined ? undefined : common(period, { from: end });
      for (const running of open) {
        const both = orphaned && common(orphaned, running.period);
        if (both)
          yield { part: `${responsibilityId} ${both.from}`, ...lasts(both.from, both.to), facts: { end: end! } };
      }
    }
  },
});

export const withoutDecision = rule({
  id: 'initiative-without-decision',
  about: 'initiative',
  severity: 'note',
  source: 'Lag (2023:196) 5 §',
  title: { sv: 'Pågår utan beslut', en: 'Under way without a decision' },
  text: {
    sv: 'Åtgärden pågår, men inget beslut är kopplat till den.',
    en: 'The initiative is under way, but no decision is linked to it.',
  },
  *examine(initiative) {
    const { links, milestones, revisions, responsibilities } = initiative;
    const based = [...milestones, ...revisions, ...responsibilities].some(({ basis }) => basis !== undefined);
    if (links.length > 0 || based) return;
    for (const { status, period } of statusPeriods(initiative)) {
      if (status === 'ongoing') yield { part: period.from ?? '', ...lasts(period.from, period.to) };
    }
  },
});

export const initiativeRules = [nobodyResponsible, responsibleBodyGone, withoutDecision];
