import type { Command } from './every-command.js';

/** What auditors set going. The demo's first events have been under a signed checkpoint for long. */
export function auditCommands(): readonly Command[] {
  return [
    ['/v1/audit/replays', { size: 20 }, { role: 'auditor' }],
    ['/v1/audit/state-digests', {}, { role: 'auditor' }],
    ['/v1/audit/samples', { population: 1, k: 3 }, { role: 'auditor' }],
  ];
}
