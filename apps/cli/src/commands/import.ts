import { openLocalIssuer } from '@liggare/assembly';
import type { Command } from 'commander';
import { CommandFailed, EXIT } from '../exit-codes.js';
import { readImportFiles } from '../import/import-file.js';
import { runImport } from '../import/run-import.js';
import type { Output } from '../output/output.js';
import { progressBar } from '../output/progress.js';
import { configurationFor } from './opening.js';

interface ImportOptions {
  readonly url: string;
  readonly token?: string;
}

export function importCommand(program: Command, output: () => Output): void {
  program
    .command('import')
    .description('send the steps of a file to the admin API; run it again to continue one that was cut off')
    .argument('<files...>', 'files of the form in docs/users/import.md; later ones may refer to earlier ones')
    .option('--url <address>', 'the admin API', 'http://127.0.0.1:3000')
    .option(
      '--token <token>',
      'a bearer token with the roles the file needs; otherwise the register’s own issuer makes one',
    )
    .action((files: string[], options: ImportOptions) => importFiles(files, options, output()));
}

async function importFiles(paths: readonly string[], options: ImportOptions, output: Output): Promise<void> {
  const files = await readImportFiles(paths);
  if (files.flatMap((file) => file.steps).some(({ at }) => at !== undefined)) {
    throw new CommandFailed('the file says when things were recorded (at): only a demo log takes that', EXIT.refused);
  }
  const issuer = options.token === undefined ? await openLocalIssuer(configurationFor(false)) : undefined;
  const bar = progressBar('importing', output.json);
  const { steps, ids } = await runImport(files, {
    url: options.url,
    token: async (role) => options.token ?? (await issuer?.token('import', [role], '1h')) ?? noToken(),
    progress: (done, total) => bar.update(done, total),
  }).finally(() => bar.stop());
  output.answer({ steps, ids: Object.fromEntries(ids) }, () => [`${steps} steps are in the register`]);
}

function noToken(): never {
  throw new CommandFailed('tokens come from LIGGARE_OIDC_ISSUER: give one with --token', EXIT.usage);
}
