import type { Command } from './every-command.js';

/** Entries that are made by mistake and discarded. */
export function discards(): readonly Command[] {
  const reason = { reason: 'Togs upp av misstag' };
  const decision = { instrument: 'meeting', outcome: 'adopted', decidedOn: '2024-05-02', confidence: 'certain' };
  const initiative = { title: 'Fanns redan', kinds: ['social'], level: 'universal', areas: [], confidence: 'certain' };
  return [
    ['/v1/persons', { givenName: 'Gia', familyName: 'Fiktberg' }],
    ['/v1/persons/{id}/discards', reason, { id: 'personId' }],
    ['/v1/parties', { name: 'Misstagspartiet' }],
    ['/v1/parties/{id}/discards', reason, { id: 'partieId' }],
    ['/v1/decisions', { ...decision, points: [{ number: 1, kind: 'notes', text: 'Antecknas.' }] }],
    ['/v1/decisions/{id}/discards', reason, { id: 'decisionId' }],
    ['/v1/initiatives', initiative],
    ['/v1/initiatives/{id}/discards', reason, { id: 'initiativeId' }],
  ];
}
