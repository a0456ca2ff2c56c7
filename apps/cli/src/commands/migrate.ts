import { migrations, openDatabase } from '@liggare/assembly';
import { migrate } from '@liggare/database';
import type { Command } from 'commander';
import type { Output } from '../output/output.js';
import { configurationFor } from './opening.js';

export function migrateCommand(program: Command, output: () => Output): void {
  program
    .command('migrate')
    .description('bring the database schemas up to date; serve and worker do this too')
    .action(async () => {
      const server = await openDatabase(configurationFor(false));
      try {
        await migrate(server.url, migrations);
      } finally {
        if (server.embedded?.startedHere) await server.embedded.stop();
      }
      const schemas = migrations.map(({ schema }) => schema);
      output().answer({ schemas }, () => [`up to date: ${schemas.join(', ')}`]);
    });
}
