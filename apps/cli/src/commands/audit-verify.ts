import { registerReducers } from '@liggare/bundle';
import { FilesInDirectory, verifyBundle, verdictLines } from '@liggare/verifier';
import type { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { CommandFailed } from '../exit-codes.js';
import type { Output } from '../output/output.js';
import { progressBar } from '../output/progress.js';
import { withoutUndefined } from '@liggare/kernel';

interface VerifyOptions {
  readonly policy?: string;
  readonly pinned?: string;
  readonly level: string;
}

/** `liggare audit verify`: checks a bundle without database and server. Exit codes: EXIT_CODES of the verifier. */
export function auditVerifyCommand(audit: Command, output: () => Output): void {
  audit
    .command('verify')
    .description('checks an evidence bundle, level by level; needs neither database nor server')
    .argument('<directory>')
    .option('--policy <file>', 'your own tlog-policy: whose signatures count')
    .option('--pinned <file>', 'a checkpoint that you kept from an earlier time')
    .option('--level <0-8>', 'the highest level to run', '8')
    .action(async (directory: string, options: VerifyOptions) => {
      const level = Number(options.level);
      if (!Number.isInteger(level) || level < 0 || level > 8) throw new CommandFailed('--level: 0 to 8');
      const bar = progressBar('events', output().json);
      const text = async (file: string | undefined) => (file === undefined ? undefined : await readText(file));
      const given = withoutUndefined({ policy: await text(options.policy), pinned: await text(options.pinned) });
      const progress = (events: number, size: number) => bar.update(events, size);
      const verdict = await verifyBundle(new FilesInDirectory(directory), {
        ...{ ...given, level, progress, reducers: registerReducers },
      }).finally(() => bar.stop());
      output().answer(verdict, () => verdictLines(verdict, 'en'));
      process.exitCode = verdict.exitCode;
    });
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new CommandFailed(`cannot read ${file}`);
  }
}
