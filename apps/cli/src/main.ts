#!/usr/bin/env node
import { AppendOutcomeUnknown, isUnreachable } from '@liggare/event-store-eventstoredb';
import { NotFound, OtherOrigin, Refusal } from '@liggare/kernel';
import { InvalidConfiguration } from '@liggare/platform';
import { LogBehindReadModels, ReadModelsOfAnotherLog } from '@liggare/projections';
import { Command, CommanderError } from 'commander';
import { auditCommand } from './commands/audit.js';
import { importCommand } from './commands/import.js';
import { keysCommand } from './commands/keys.js';
import { migrateCommand } from './commands/migrate.js';
import { projectionsCommand } from './commands/projections.js';
import { serveCommand } from './commands/serve.js';
import { storeCommand } from './commands/store.js';
import { tokenCommand } from './commands/token.js';
import { workerCommand } from './commands/worker.js';
import { CommandFailed, EXIT, type ExitCode } from './exit-codes.js';
import { outputFor } from './output/output.js';

const program = new Command('liggare')
  .description('The register of a municipality’s preventive work')
  .option('--json', 'answers as JSON', false)
  .exitOverride();
const output = () => outputFor(program.opts<{ json: boolean }>().json);

for (const add of [
  serveCommand,
  workerCommand,
  migrateCommand,
  importCommand,
  projectionsCommand,
  keysCommand,
  auditCommand,
  storeCommand,
  tokenCommand,
]) {
  add(program, output);
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}

function explain(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  process.stderr.write(`liggare: ${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof CommandFailed) return error.exitCode;
  if (error instanceof InvalidConfiguration || error instanceof RangeError) return EXIT.usage;
  if (error instanceof NotFound) return EXIT.notFound;
  if (error instanceof Refusal || error instanceof OtherOrigin) return EXIT.refused;
  if (error instanceof ReadModelsOfAnotherLog || error instanceof LogBehindReadModels) return EXIT.refused;
  if (error instanceof AppendOutcomeUnknown || (error instanceof Error && isUnreachable(error)))
    return EXIT.unavailable;
  if (/ECONN|ENOTFOUND|ETIMEDOUT|^57P|^08/.test(String((error as { code?: unknown }).code))) return EXIT.unavailable;
  return EXIT.failure;
}
