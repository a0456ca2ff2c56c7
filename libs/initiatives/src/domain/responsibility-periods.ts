import type { CivilDate } from '@liggare/kernel';
import type { InitiativeState, Partner, Responsibility } from './initiative.js';
import { compareDays, periodBetween, periodOf, type Period } from './period.js';

export type ResponsibilityPeriod = Responsibility & { readonly period: Period };
export type PartnerPeriod = Partner & { readonly period: Period };

/**
 * Who answers for the initiative when. A lead holds until its own end or until the next lead begins, whichever comes
 * first; of two that begin on the same day the one registered last holds. One that holds on no day is left out.
 */
export function responsibilityPeriods(state: InitiativeState): readonly ResponsibilityPeriod[] {
  const all = state.responsibilities.map((r) => ({ ...r, period: periodBetween(r.from, r.to) }));
  const leads = all.filter(({ role }) => role === 'lead').toSorted((a, b) => compareDays(a.period.from, b.period.from));
  const successions = leads.map((lead, index): ResponsibilityPeriod | undefined => {
    const next = leads[index + 1];
    if (!next) return lead;
    if (next.period.from === lead.period.from) return undefined;
    return { ...lead, period: periodOf(lead.period.from, earlier(lead.period.to, next.period.from)) };
  });
  const periods = [...all.filter(({ role }) => role !== 'lead'), ...successions];
  return periods.filter((p): p is ResponsibilityPeriod => p !== undefined && !isNever(p.period));
}

export function partnerPeriods(state: InitiativeState): readonly PartnerPeriod[] {
  return state.partners
    .map((partner) => ({ ...partner, period: periodBetween(partner.from, partner.to) }))
    .filter(({ period }) => !isNever(period));
}

function earlier(a: CivilDate | undefined, b: CivilDate | undefined): CivilDate | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}

function isNever({ from, to }: Period): boolean {
  return from !== undefined && from === to;
}
