import { openLocalIssuer } from '@liggare/assembly';
import { TABLE_NAMES } from '@liggare/imports';
import { Option, type Command } from 'commander';
import { CommandFailed, EXIT } from '../exit-codes.js';
import { readImportFiles } from '../import/import-file.js';
import { handInTable, remarksOf, takeStep, type TableRemark, type TableTarget } from '../import/import-table.js';
import { runImport } from '../import/run-import.js';
import type { Output } from '../output/output.js';
import { progressBar } from '../output/progress.js';
import { configurationFor } from './opening.js';

interface ImportOptions {
  readonly url: string;
  readonly token?: string;
  readonly table?: string;
  readonly popolo?: boolean;
  readonly execute?: boolean;
  readonly reverse?: string;
}

/** Rows with remarks that are shown; the API has them all. */
const SHOWN = 50;

export function importCommand(program: Command, output: () => Output): void {
  program
    .command('import')
    .description('record a table, a Popolo file, or the steps of a file; run it again to continue one that was cut off')
    .argument('[files...]', 'see docs/users/import.md; of files with steps, later ones may refer to earlier ones')
    .addOption(
      new Option('--table <name>', 'the template that the CSV or XLSX file was filled in by').choices(TABLE_NAMES),
    )
    .option('--popolo', 'the file is Popolo JSON')
    .option('--execute', 'record the table or Popolo file if the trial finds no error; otherwise it is only tried')
    .option('--reverse <id>', 'correct away everything that an import of a table recorded')
    .option('--url <address>', 'the admin API', 'http://127.0.0.1:3000')
    .option(
      '--token <token>',
      'a bearer token with the roles the file needs; otherwise the register’s own issuer makes one',
    )
    .action((files: string[], options: ImportOptions) =>
      options.table === undefined && options.popolo !== true && options.reverse === undefined
        ? importFiles(files, options, output())
        : importTables(files, options, output()),
    );
}

async function importFiles(paths: readonly string[], options: ImportOptions, output: Output): Promise<void> {
  if (paths.length === 0) throw new CommandFailed('name a file', EXIT.usage);
  const files = await readImportFiles(paths);
  if (files.flatMap((file) => file.steps).some(({ at }) => at !== undefined)) {
    throw new CommandFailed('the file says when things were recorded (at): only a demo log takes that', EXIT.refused);
  }
  const token = await tokens(options);
  const bar = progressBar('importing', output.json);
  const { steps, ids } = await runImport(files, {
    url: options.url,
    token,
    progress: (done, total) => bar.update(done, total),
  }).finally(() => bar.stop());
  output.answer({ steps, ids: Object.fromEntries(ids) }, () => [`${steps} steps are in the register`]);
}

async function importTables(paths: readonly string[], options: ImportOptions, output: Output): Promise<void> {
  const token = await tokens(options);
  const target: TableTarget = { url: options.url, token: () => token('registrar') };
  if (options.reverse !== undefined) {
    const reversed = await takeStep(target, options.reverse, 'reversals');
    output.answer(reversed, () => [`import ${reversed.id} is ${reversed.status}`]);
    return;
  }
  if (paths.length !== 1) throw new CommandFailed('name one file', EXIT.usage);
  const tried = await handInTable(target, options.table ?? 'popolo', paths[0]!);
  const remarks = await remarksOf(target, tried.id, SHOWN);
  const goOn = options.execute === true && tried.errors === 0 && tried.status === 'checked';
  const done = goOn ? await takeStep(target, tried.id, 'executions') : tried;
  output.answer({ ...done, remarks }, () => [
    ...remarks.map(remarkLine),
    `${done.rows} rows, ${done.errors} errors, ${done.warnings} warnings`,
    `import ${done.id} is ${done.status}${done.events > 0 ? `: ${done.events} events` : ''}`,
    ...(done.failure ? [`row ${done.failure.row} was refused meanwhile: ${done.failure.rule}`] : []),
  ]);
  if (done.errors > 0 || done.failure) throw new CommandFailed('nothing of the file is recorded', EXIT.refused);
}

function remarkLine({ row, severity, cell, column, rule, message }: TableRemark): string {
  return `${severity}: ${cell ?? `row ${row}`}${column === undefined ? '' : ` (${column})`}: ${message} [${rule}]`;
}

async function tokens(options: ImportOptions): Promise<(role: 'registrar' | 'coordinator') => Promise<string>> {
  const issuer = options.token === undefined ? await openLocalIssuer(configurationFor(false)) : undefined;
  return async (role) => options.token ?? (await issuer?.token('import', [role], '1h')) ?? noToken();
}

function noToken(): never {
  throw new CommandFailed('tokens come from LIGGARE_OIDC_ISSUER: give one with --token', EXIT.usage);
}
