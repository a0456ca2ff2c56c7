import { civilDateAt, systemClock } from '@liggare/kernel';
import type { Command } from './every-command.js';

/** A person that is erased, and another whose erasure is refused. */
export function forgettingCommands(): readonly Command[] {
  const authority = 'Kommunstyrelsen';
  const request = { subjectId: '{personId}', ground: 'disposal-decision', text: 'Enligt gallringsplan' };
  const from = '2024-01-01';
  const terms = { what: 'contact-details', years: 2, countedFrom: 'end-of-last-assignment', from };
  const rule = { ...terms, authority, legalBasis: 'Informationshanteringsplan § 4.2' };
  const admin = { id: 'erasureId', role: 'admin' } as const;
  return [
    ['/v1/persons', { givenName: 'Hia', familyName: 'Fiktberg' }],
    ['/v1/persons/{id}/protections', { kind: 'confidentiality-marking', from: '2024-06-01' }, { id: 'personId' }],
    ['/v1/persons/{id}/protection-ends', { on: '2024-06-30' }, { id: 'personId', role: 'admin' }],
    ['/v1/retention-rules', rule, { role: 'admin' }],
    ['/v1/retention-rules/{id}/ends', { on: '2026-01-01' }, { id: 'retention-ruleId', role: 'admin' }],
    ['/v1/erasures', request, { role: 'admin' }],
    ['/v1/erasures/{id}/refusals', { ground: 'arkivlagen', authority, text: 'Handlingen bevaras' }, admin],
    ['/v1/erasures', request, { role: 'admin' }],
    ['/v1/erasures/{id}/executions', { authority, legalBasis: 'Gallringsbeslut KS 2026:12' }, admin],
    ['/v1/erasures/{id}/completions', { on: civilDateAt(systemClock.now()) }, admin],
  ];
}
