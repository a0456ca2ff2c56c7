import { randomUUID } from 'node:crypto';

/** An event of the size that appointments have. */
export function sampleEvent(n) {
  return {
    eventId: randomUUID(),
    type: 'MemberAppointed',
    data: {
      appointmentId: randomUUID(),
      seatId: randomUUID(),
      personId: randomUUID(),
      kind: n % 2 === 0 ? 'member' : 'substitute',
      order: n % 7,
      from: '2023-02-13',
      nominatedBy: randomUUID(),
      basis: { decisionId: randomUUID(), point: 1 + (n % 3) },
    },
    metadata: {
      schemaVersion: 1,
      recordedAt: '2026-11-23T12:00:00.000Z',
      actor: { id: 'user-1', role: 'registrar' },
      correlationId: randomUUID(),
      commandId: randomUUID(),
      validFrom: '2023-02-13',
      source: { organ: 'Kommunstyrelsen', date: '2023-02-13', paragraph: '12', point: 1 },
      classification: 'internal',
      retentionClass: 'permanent',
    },
  };
}
