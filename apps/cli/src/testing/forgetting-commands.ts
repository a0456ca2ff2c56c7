import { civilDateAt, systemClock } from '@liggare/kernel';
import type { Command } from './every-command.js';

/** A person that is erased, and another whose erasure is refused. */
export function forgettingCommands(): readonly Command[] {
  const authority = 'Kommunstyrelsen';
  const request = { subjectId: '{personId}', ground: 'disposal-decision', text: 'Enligt gallringsplan' };
  const admin = { id: 'erasureId', role: 'admin' } as const;
  return [
    ['/v1/persons', { givenName: 'Hia', familyName: 'Fiktberg' }],
    ['/v1/erasures', request, { role: 'admin' }],
    ['/v1/erasures/{id}/refusals', { ground: 'arkivlagen', authority, text: 'Handlingen bevaras' }, admin],
    ['/v1/erasures', request, { role: 'admin' }],
    ['/v1/erasures/{id}/executions', { authority, legalBasis: 'Gallringsbeslut KS 2026:12' }, admin],
    ['/v1/erasures/{id}/completions', { on: civilDateAt(systemClock.now()) }, admin],
  ];
}
