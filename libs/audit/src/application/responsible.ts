import type { DecisionPointRef, EventKind, RecordedEvent } from '@liggare/kernel';

/** The event behind a field: enough to find it, and to know who and on which decision. */
export interface Responsible {
  readonly position: string;
  readonly eventId: string;
  readonly type: string;
  /** Did something happen, or was the register corrected? */
  readonly kind: EventKind;
  readonly summary: { readonly sv: string; readonly en: string };
  readonly recordedAt: string;
  readonly actor: { readonly id: string; readonly role: string };
  /** The decision point it rests on. */
  readonly decision?: DecisionPointRef;
}

export function responsible(event: RecordedEvent, meaning: Pick<Responsible, 'kind' | 'summary'>): Responsible {
  const { basis } = event.data as { basis?: DecisionPointRef };
  const { position, eventId, type, recordedAt, metadata } = event;
  return {
    ...{ position: position.toString(), eventId, type },
    ...meaning,
    recordedAt,
    actor: { id: metadata.actor.id, role: metadata.actor.role },
    ...(basis ? { decision: basis } : {}),
  };
}

/** Does one stand after the other in the log? */
export function isLater(a: Responsible, b: Responsible): boolean {
  return BigInt(a.position) > BigInt(b.position);
}
