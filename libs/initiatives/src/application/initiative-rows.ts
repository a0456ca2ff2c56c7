import { derivedId, type DecisionPointRef } from '@liggare/kernel';
import { dateRangeText, type Row } from '@liggare/projections';
import { areaPeriods, descriptionPeriods } from '../domain/description-periods.js';
import type { InitiativeState } from '../domain/initiative.js';
import { partnerPeriods, responsibilityPeriods } from '../domain/responsibility-periods.js';
import { statusPeriods } from '../domain/status-periods.js';

export function initiativeRows({ id, registeredFor, confidence, registeredInError }: InitiativeState): Row[] {
  return id === '' || registeredInError
    ? []
    : [{ initiative_id: id, registered_for: registeredFor ?? null, confidence }];
}

export function descriptionRows(state: InitiativeState): Row[] {
  if (state.registeredInError) return [];
  return descriptionPeriods(state).map(({ title, problem, cause, kinds, level, period }) => ({
    period_id: derivedId('description', state.id, period.from ?? ''),
    initiative_id: state.id,
    title,
    problem: problem ?? null,
    cause: cause ?? null,
    kinds: JSON.stringify(kinds),
    level,
    valid: dateRangeText(period),
  }));
}

export function statusRows(state: InitiativeState): Row[] {
  if (state.registeredInError) return [];
  return statusPeriods(state).map(({ status, since, basis, period }) => ({
    period_id: derivedId('status', state.id, period.from ?? ''),
    initiative_id: state.id,
    status,
    since: since ?? null,
    ...pointOf(basis),
    valid: dateRangeText(period),
  }));
}

export function responsibilityRows(state: InitiativeState): Row[] {
  return responsibilityPeriods(state).map(({ responsibilityId, body, role, from, to, basis, period }) => ({
    responsibility_id: responsibilityId,
    initiative_id: state.id,
    group_id: body.groupId ?? null,
    name: body.name ?? null,
    role,
    since: from,
    until: to ?? null,
    ...pointOf(basis),
    valid: dateRangeText(period),
  }));
}

export function partnerRows(state: InitiativeState): Row[] {
  return partnerPeriods(state).map(({ partnerId, name, period }) => ({
    partner_id: partnerId,
    initiative_id: state.id,
    name,
    valid: dateRangeText(period),
  }));
}

export function areaRows(state: InitiativeState): Row[] {
  if (state.registeredInError) return [];
  return areaPeriods(state).map(({ area, period }) => ({
    period_id: derivedId('area', state.id, area, period.from ?? ''),
    initiative_id: state.id,
    area,
    valid: dateRangeText(period),
  }));
}

export function linkRows(state: InitiativeState): Row[] {
  return state.links.map(({ linkId, relation, basis }) => ({
    link_id: linkId,
    initiative_id: state.id,
    relation,
    ...pointOf(basis),
  }));
}

export function successionRows(state: InitiativeState): Row[] {
  return state.successors.map(({ successionId, successorId, kind, on }) => ({
    succession_id: successionId,
    initiative_id: state.id,
    successor_id: successorId,
    kind,
    on_day: on,
  }));
}

function pointOf(basis: DecisionPointRef | undefined): Row {
  return { decision_id: basis?.decisionId ?? null, point: basis === undefined ? null : String(basis.point) };
}
