import { createApi } from '@liggare/api';
import { openLocalIssuer, openRegister, startWorker } from '@liggare/assembly';
import { DemoClock, systemClock } from '@liggare/kernel';
import type { EventStoreKind, LocalIssuer } from '@liggare/platform';
import type { Command } from 'commander';
import { loadDemo } from '../demo/load-demo.js';
import { demoGuide } from '../demo/demo-guide.js';
import type { Output } from '../output/output.js';
import { progressBar } from '../output/progress.js';
import { CommandFailed } from '../exit-codes.js';
import { eventStoreOption } from './event-store-option.js';
import { keepDatabaseRunning } from './keep-database-running.js';
import { configurationFor } from './opening.js';
import { untilStopped } from './until-stopped.js';

interface ServeOptions {
  readonly demo: boolean;
  readonly worker: boolean;
  readonly port?: string;
  readonly eventStore?: EventStoreKind;
}

export function serveCommand(program: Command, output: () => Output): void {
  const command = program
    .command('serve')
    .description('everything in one process: database, admin API, read models and policies')
    .option('--demo', 'load the demo data once; the log says that its times are made up', false)
    .option('--no-worker', 'only the API; read models and policies run elsewhere (liggare worker)')
    .option('--port <number>', 'port of the API instead of LIGGARE_HTTP_PORT');
  eventStoreOption(command);
  command.action((options: ServeOptions) => serve(options, output()));
}

async function serve(options: ServeOptions, output: Output): Promise<void> {
  const configuration = configurationFor(options.demo, options.eventStore);
  const clock = options.demo ? new DemoClock() : systemClock;
  const stopping = new AbortController();
  const stopped = untilStopped().then(() => stopping.abort());
  output.note('starting …');
  const register = await openRegister(configuration, { clock });
  const api = await createApi(register);
  const worker = options.worker ? await startWorker(register, api) : undefined;
  const { embedded } = register.server;
  const watching = embedded
    ? keepDatabaseRunning(configuration, () => embedded.isRunning(), register.logger, stopping.signal)
    : Promise.resolve();
  try {
    const port = options.port === undefined ? configuration.http.port : Number(options.port);
    await api.listen(port, configuration.http.host);
    const url = (await api.getUrl()).replace('[::1]', 'localhost');
    if (clock instanceof DemoClock) {
      const issuer = await demoIssuer(configuration);
      const progress = progressBar('loading the demo', output.json);
      const loading = loadDemo({ register, clock, issuer, url, progress }).finally(() => progress.stop());
      if ((await Promise.race([loading.then(() => 'loaded'), stopped])) === 'loaded') {
        output.answer({ url, demo: true }, () => []);
        for (const line of await demoGuide(register, issuer, url)) output.note(line);
      }
    } else {
      output.answer({ url }, () => [`Liggare is at ${url} · reference at ${url}/docs · Ctrl-C stops it`]);
    }
    await stopped;
  } finally {
    stopping.abort();
    output.note('stopping …');
    await api.close();
    await worker?.stop();
    await watching;
    await register.close();
    await embedded?.stop();
  }
}

async function demoIssuer(configuration: Parameters<typeof openLocalIssuer>[0]): Promise<LocalIssuer> {
  const issuer = await openLocalIssuer(configuration);
  if (!issuer) throw new CommandFailed('the demo makes its own tokens: unset LIGGARE_OIDC_ISSUER');
  return issuer;
}
