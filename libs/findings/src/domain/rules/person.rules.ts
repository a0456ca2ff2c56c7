import { common, dayOf, lasts } from '../days.js';
import { rule } from '../rule.js';

export const overlappingAffiliations = rule({
  id: 'overlapping-affiliations',
  about: 'person',
  severity: 'warning',
  source: 'God ordning · good order (edge case 19)',
  title: { sv: 'Företräder två partier samtidigt', en: 'Represents two parties at once' },
  text: {
    sv: 'Två registrerade partitillhörigheter överlappar.',
    en: 'Two registered affiliations overlap.',
  },
  *examine({ affiliations }) {
    for (const [index, one] of affiliations.entries()) {
      for (const other of affiliations.slice(index + 1)) {
        const both = one.partyId === other.partyId ? undefined : common(one, other);
        if (both) yield { part: `${one.affiliationId} ${other.affiliationId}`, ...lasts(both.from, both.to) };
      }
    }
  },
});

export const affiliatedToDissolved = rule({
  id: 'affiliated-to-dissolved-party',
  about: 'person',
  severity: 'note',
  source: 'God ordning · good order (edge case 20)',
  title: { sv: 'Företräder ett parti som upphört', en: 'Represents a party that has ceased' },
  text: {
    sv: 'Partiet upphörde {dissolvedOn}, men tillhörigheten är inte avslutad.',
    en: 'The party ceased on {dissolvedOn}, but the affiliation has not ended.',
  },
  *examine({ affiliations }, others) {
    for (const affiliation of affiliations) {
      const dissolvedOn = dayOf(others.get('party', affiliation.partyId)?.dissolution?.on);
      const period = dissolvedOn && common(affiliation, { from: dissolvedOn });
      if (period) yield { part: affiliation.affiliationId, ...lasts(period.from, period.to), facts: { dissolvedOn } };
    }
  },
});

export const personRules = [overlappingAffiliations, affiliatedToDissolved];
