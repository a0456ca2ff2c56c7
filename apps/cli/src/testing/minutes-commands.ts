import type { Command } from './every-command.js';

/** Adjustments and notices of sets of paragraphs of a meeting, and an adjustment of one decision made in error. */
export function minutesCommands(): readonly Command[] {
  const meeting = '/v1/meetings/{id}';
  return [
    [`${meeting}/adjustments`, { paragraphs: ['§ 12', '14–18'], on: '2024-01-01', immediate: true }],
    [`${meeting}/adjustments/{adjustmentId}/registration-corrections`, { on: '2024-01-02', reason: 'Fel dag' }],
    [`${meeting}/notices`, { adjustmentId: '{adjustmentId}', on: '2024-01-03', statedLastDay: '2024-01-24' }],
    [`${meeting}/notices/{noticeId}/removals`, { on: '2024-01-26' }],
    [`${meeting}/notices/{noticeId}/registration-corrections`, { clears: ['takenDownOn'], reason: 'Satt kvar' }],
    ['/v1/decisions/{id}/adjustments', { on: '2024-04-23', immediate: true }],
    ['/v1/decisions/{id}/adjustments/registration-errors', { reason: 'Fel paragraf' }],
  ];
}
