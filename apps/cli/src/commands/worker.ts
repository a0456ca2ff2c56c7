import { openRegister } from '@liggare/assembly';
import { createWorker } from '@liggare/worker';
import type { Command } from 'commander';
import type { Output } from '../output/output.js';
import { eventStoreOption } from './event-store-option.js';
import { beat } from './heartbeat.js';
import { configurationFor } from './opening.js';
import { untilStopped } from './until-stopped.js';

export function workerCommand(program: Command, output: () => Output): void {
  const command = program
    .command('worker')
    .description('read models and policies; any number of workers run, one leads')
    .option('--alive-file <path>', 'rewritten every ten seconds while log and database answer; for health checks');
  const chosen = eventStoreOption(command);
  command.action(async ({ aliveFile: file }: { aliveFile?: string }) => {
    const stopping = new AbortController();
    const stopped = untilStopped().then(() => stopping.abort());
    const register = await openRegister(configurationFor(false, chosen()));
    const worker = await createWorker(register);
    const { store, database } = register;
    const ask = () => Promise.all([store.head(), database.query('select 1')]);
    const beating = file === undefined ? stopped : beat({ file, ask, signal: stopping.signal });
    try {
      output().note('worker running · Ctrl-C stops it');
      // A stop does not wait for an answer that may be long in coming.
      await Promise.race([stopped, beating]);
    } finally {
      stopping.abort();
      await worker.stop();
      await register.close();
    }
  });
}
