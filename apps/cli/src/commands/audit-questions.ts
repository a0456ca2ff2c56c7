import type { Register } from '@liggare/assembly';
import type { Command } from 'commander';
import type { Output } from '../output/output.js';
import { auditFieldCommands } from './audit-fields.js';
import { auditReplayCommands } from './audit-replay.js';
import { auditReportCommand } from './audit-report.js';
import { auditWhyCommand } from './audit-why.js';

/** Opens the register for one command, and closes it. */
export type Opened = (work: (register: Register) => Promise<void>) => Promise<void>;

/** The auditor's questions, beside the log itself. */
export function auditQuestions(group: Command, opened: Opened, output: () => Output): void {
  auditFieldCommands(group, opened, output);
  auditWhyCommand(group, opened, output);
  auditReplayCommands(group, opened, output);
  auditReportCommand(group, opened, output);
}
