import type { Command } from './every-command.js';
import type { MadeIds } from './one-of-each.js';

/**
 * Two entries found to be one human being and then not, and corrections of what was registered of groups. Sent last: the
 * group is discarded in the end.
 */
export function mergesAndCorrections({ made, others }: { made: MadeIds; others: MadeIds }): readonly Command[] {
  const person = '/v1/persons/{id}';
  const group = '/v1/groups/{id}';
  const appointment = `${group}/appointments/{appointmentId}`;
  const member = { kind: 'member', personId: made['persons'], from: '2024-01-01' };
  return [
    [`${person}/merges`, { mergedId: others['persons'], reason: 'Samma person' }],
    [`${person}/merges/{mergeId}/retractions`, { reason: 'Två med samma namn' }],
    [`${group}/registration-corrections`, { name: 'Rättat namn', clears: ['dissolution'], mistake: 'other' }],
    [`${group}/underlying-seats`, { underlyingId: others['groups'], from: '2024-01-01' }],
    [`${group}/underlying-seat-ends`, { on: '2025-01-01' }],
    [`${group}/appointments`, member],
    [`${appointment}/roles`, { role: 'chair', from: '2024-01-01' }],
    [`${appointment}/roles/{roleId}/corrections`, { role: 'convener', mistake: 'typing-error' }],
    [`${appointment}/roles/{roleId}/discards`, { mistake: 'wrong-person' }],
    [`${appointment}/moves`, { groupId: others['groups'] }],
    [`${group}/discards`, { otherId: others['groups'], mistake: 'duplicate' }],
  ];
}
