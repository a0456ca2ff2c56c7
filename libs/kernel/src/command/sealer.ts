import type { DomainEvent } from '../events/domain-event.js';
import { isPlainPersonal, type SealedValue } from '../personal.js';

export interface SealedEvent {
  readonly event: DomainEvent;
  readonly sealed?: Readonly<Record<string, SealedValue>>;
}

/** Replaces the personal values of an event by commitments and encrypts them. The implementation holds the keys. */
export interface Sealer {
  /** @param eventId binds the ciphertext to its event: it cannot be moved to another. */
  seal(eventId: string, event: DomainEvent): Promise<SealedEvent>;
}

/** For aggregates without personal data: refuses to let any through. */
export const noPersonalData: Sealer = {
  seal: (_eventId, event) =>
    containsPersonal(event.data)
      ? Promise.reject(new Error(`${event.type} holds personal data, but no sealer was given`))
      : Promise.resolve({ event }),
};

export function containsPersonal(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return isPlainPersonal(value) || Object.values(value).some(containsPersonal);
}
