import { openRegister } from '@liggare/assembly';
import { createWorker } from '@liggare/worker';
import type { Command } from 'commander';
import type { Output } from '../output/output.js';
import { eventStoreOption } from './event-store-option.js';
import { configurationFor } from './opening.js';
import { untilStopped } from './until-stopped.js';

export function workerCommand(program: Command, output: () => Output): void {
  const command = program
    .command('worker')
    .description('read models and policies; any number of workers run, one leads');
  const chosen = eventStoreOption(command);
  command.action(async () => {
    const stopped = untilStopped();
    const register = await openRegister(configurationFor(false, chosen()));
    const worker = await createWorker(register);
    output().note('worker running · Ctrl-C stops it');
    await stopped;
    await worker.stop();
    await register.close();
  });
}
