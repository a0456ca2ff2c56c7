import type { DecisionPointRef, EventKind, RecordedEvent } from '@liggare/kernel';
import type { Change } from '../domain/changes.js';

/** One event as an auditor reads it: who, when, on which decision, and what it changed. */
export interface AuditEntry {
  readonly position: string;
  readonly stream: string;
  readonly revision: string;
  readonly eventId: string;
  readonly type: string;
  /** Did something happen, or did only our knowledge of it change? Absent for what the register says of itself. */
  readonly kind?: EventKind;
  readonly summary?: { readonly sv: string; readonly en: string };
  readonly recordedAt: string;
  readonly who: { readonly actor: string; readonly role: string; readonly onBehalfOf?: string };
  readonly why: {
    /** The decision point it rests on. */
    readonly decision?: DecisionPointRef;
    readonly source?: object;
    /** The event or command that caused it, when a policy did. */
    readonly causedBy?: string;
    readonly commandId: string;
    readonly correlationId: string;
  };
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly data: unknown;
  /** Field by field, what it changed in its own entity. */
  readonly changes?: readonly Change[];
}

export function auditEntry(
  event: RecordedEvent,
  meaning: Pick<AuditEntry, 'kind' | 'summary'>,
  changes?: readonly Change[],
): AuditEntry {
  const { metadata, data } = event;
  const { basis } = data as { basis?: DecisionPointRef };
  const { actor, onBehalfOf, source, causationId, commandId, correlationId, validFrom, validTo } = metadata;
  return {
    position: event.position.toString(),
    stream: event.stream,
    revision: event.revision.toString(),
    eventId: event.eventId,
    type: event.type,
    ...meaning,
    recordedAt: event.recordedAt,
    who: { actor: actor.id, role: actor.role, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) },
    why: {
      ...(basis ? { decision: basis } : {}),
      ...(source ? { source } : {}),
      ...(causationId === undefined ? {} : { causedBy: causationId }),
      commandId,
      correlationId,
    },
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
    data,
    ...(changes ? { changes } : {}),
  };
}
