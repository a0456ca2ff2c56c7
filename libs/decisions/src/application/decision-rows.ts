import { bounds, derivedId, type CivilDate } from '@liggare/kernel';
import { dateRangeText, digest, type Row } from '@liggare/projections';
import { isProvisional, mayHaveEffect } from '../domain/decision-view.js';
import type { DecisionState, Point } from '../domain/decision.js';
import { naturalOrder } from '../domain/natural-order.js';

export function decisionRows(decision: DecisionState): readonly Row[] {
  if (decision.id === '' || decision.registeredInError) return [];
  const { earliest, before } = bounds(decision.decidedOn);
  const { groupId, name, candidates = [] } = decision.organ ?? {};
  return [
    {
      decision_id: decision.id,
      instrument: decision.instrument,
      outcome: decision.outcome,
      decided_on: decision.decidedOn,
      decided_earliest: earliest ?? null,
      decided_before: before ?? null,
      organ_group_id: groupId ?? null,
      organ_name: name ?? null,
      organ_candidates: JSON.stringify(candidates),
      meeting_id: decision.meetingId ?? null,
      matter_id: decision.matterId ?? null,
      session: decision.session ?? null,
      session_order: naturalOrder(decision.session),
      sequence: digits(decision.sequence),
      paragraph: decision.paragraph ?? null,
      paragraph_order: naturalOrder(decision.paragraph),
      agenda_item: decision.agendaItem ?? null,
      registry_number: decision.registryNumber ?? null,
      confidence: decision.confidence,
      source_note_sd: digest(decision.sourceNote),
      document_hash: decision.documentHash ?? null,
      reported_on: decision.reported?.on ?? null,
      reported_meeting_id: decision.reported?.meetingId ?? null,
      duplicate_of: decision.duplicateOf ?? null,
      provisional: String(isProvisional(decision)),
    },
  ];
}

export function referenceRows({ id, refersTo }: DecisionState): readonly Row[] {
  const rows = refersTo.map(({ decisionId, point }) => ({
    reference_id: derivedId('reference', id, decisionId, point ?? 0),
    decision_id: id,
    to_decision_id: decisionId,
    to_point: digits(point),
  }));
  // The same may have been named twice.
  return [...new Map(rows.map((row) => [row.reference_id, row])).values()];
}

export function pointRows(decision: DecisionState): readonly Row[] {
  return decision.points.map((point) => ({
    point_id: derivedId('point', decision.id, point.number),
    decision_id: decision.id,
    number: String(point.number),
    kind: point.kind,
    text_sd: digest(point.text),
    valid: effectOf(decision, point),
    superseded: String(point.superseded !== undefined),
    superseded_by_decision_id: point.superseded?.basis?.decisionId ?? null,
    superseded_by_point: digits(point.superseded?.basis?.point),
  }));
}

export function statementRows(decision: DecisionState): readonly Row[] {
  return decision.statements.map((statement) => ({
    statement_id: statement.statementId,
    decision_id: decision.id,
    kind: statement.kind,
    point: digits(statement.point),
    party_ids: JSON.stringify(statement.partyIds),
    person_ids: JSON.stringify(statement.personIds),
    signatory_sd: digest(statement.signatory),
    filed_on: statement.filedOn ?? null,
    text_sd: digest(statement.text),
    document_hash: statement.documentHash ?? null,
  }));
}

/** What never had effect, because of the outcome or because it was superseded before its first day, is an empty range. */
function effectOf(decision: DecisionState, { effectiveFrom, effectiveTo, superseded }: Point): string | null {
  if (!mayHaveEffect(decision)) return 'empty';
  if (effectiveFrom === undefined) return null;
  const ends = [effectiveTo, superseded && (superseded.from ?? effectiveFrom)].filter(
    (d): d is CivilDate => d !== undefined,
  );
  const to = ends.sort()[0];
  if (to !== undefined && to <= effectiveFrom) return 'empty';
  return dateRangeText(to === undefined ? { from: effectiveFrom } : { from: effectiveFrom, to });
}

function digits(number: number | undefined): string | null {
  return number === undefined ? null : String(number);
}
