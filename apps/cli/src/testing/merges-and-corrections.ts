import type { Command } from './every-command.js';
import type { MadeIds } from './one-of-each.js';

/** Two entries found to be one human being and then not, and corrections of what was registered of groups. */
export function mergesAndCorrections({ others }: { others: MadeIds; basis: object }): readonly Command[] {
  const person = '/v1/persons/{id}';
  return [
    [`${person}/merges`, { mergedId: others['persons'], reason: 'Samma person' }],
    [`${person}/merges/{mergeId}/retractions`, { reason: 'Två med samma namn' }],
  ];
}
