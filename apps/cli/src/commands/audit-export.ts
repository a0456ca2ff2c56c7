import { DirectoryInUse, exportBundle, NothingSigned } from '@liggare/bundle';
import { offlineVerifiers } from '@liggare/offline-verifier';
import type { Command } from 'commander';
import { CommandFailed, EXIT } from '../exit-codes.js';
import type { Output } from '../output/output.js';
import { progressBar } from '../output/progress.js';
import type { EventStoreKind } from '@liggare/platform';
import { openExisting } from './opening.js';

interface ExportOptions {
  readonly disclose: string;
  readonly purpose: string;
}

/** `liggare audit export`: the evidence bundle, as of the newest signed checkpoint. */
export function auditExportCommand(
  audit: Command,
  output: () => Output,
  chosen: () => EventStoreKind | undefined,
): void {
  audit
    .command('export')
    .description('writes everything an auditor needs to check the log without the register')
    .argument('<directory>', 'a new or empty directory')
    .requiredOption('--purpose <text>', 'why the receiver gets it; stands in the bundle')
    .option('--disclose <what>', 'all: with names and texts that may be shown; none: without', 'none')
    .action((directory: string, options: ExportOptions) =>
      openExisting(chosen(), async (register) => {
        const { disclose, purpose } = options;
        if (disclose !== 'all' && disclose !== 'none') throw new CommandFailed('--disclose: all or none', EXIT.usage);
        const { store, repository, database, keys, protection, log, clock } = register;
        const bar = progressBar('events', output().json);
        try {
          const source = { store, repository, database, keys, protection, logName: log.name };
          const done = await exportBundle(source, directory, {
            ...{ disclose, purpose, madeAt: clock.now(), tools: await offlineVerifiers() },
            progress: (events, size) => bar.update(events, size),
          });
          output().answer({ directory, ...done }, () => [
            `${done.size} events, with everything to check them, in ${directory}`,
            `SHA-256 of the list of files: ${done.sum}`,
          ]);
        } catch (error) {
          if (error instanceof DirectoryInUse || error instanceof NothingSigned) {
            throw new CommandFailed(error.message, EXIT.refused);
          }
          throw error;
        } finally {
          bar.stop();
        }
      }),
    );
}
