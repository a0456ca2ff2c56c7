import { Anchors, keepAnchoring, keepPublishing } from '@liggare/audit';
import type { Policy } from '@liggare/kernel';
import { dataFile } from '@liggare/platform';
import { ProjectionWorker } from '@liggare/projections';
import { keepSequencing, openLogKey, SigningMemory } from '@liggare/transparency';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Register } from './open-register.js';
import { projections, slices } from './slices.js';
import { startWitnessing } from './start-witnessing.js';

/** What runs beside the API, or in a process of its own. */
export interface RegisterWorker {
  /** Finishes the transactions that are under way, gives up the leads. */
  stop(): Promise<void>;
}

/**
 * Read models, policies and the transparency log of a process. Any number of processes may run one; of each one leads.
 * @param app where the policies live and their commands are carried out
 */
export async function startWorker(register: Register, app: INestApplicationContext): Promise<RegisterWorker> {
  const sequencing = await startSequencer(register);
  const witnessing = await startWitnessing(register);
  const worker = startProjections(register, app);
  const publishing = startPublishing(register);
  const anchoring = startAnchoring(register);
  return {
    async stop() {
      await Promise.all([worker.stop(), sequencing.stop(), witnessing.stop(), publishing.stop(), anchoring.stop()]);
    },
  };
}

function startProjections(register: Register, app: INestApplicationContext): ProjectionWorker {
  const commands = app.get(CommandBus, { strict: false });
  const policies = slices
    .flatMap((slice) => slice.policies)
    .map((policy) => app.get<Policy>(policy, { strict: false }));
  return ProjectionWorker.start({
    store: register.store,
    logId: register.log.id,
    database: register.database,
    url: register.server.url,
    clock: register.clock,
    projections,
    policies,
    dispatch: (message) => commands.execute(message as never),
    log: (level, message, fields) => register.logger[level](fields, message),
  });
}

async function startSequencer({ configuration, store, log, database, server, clock, logger }: Register) {
  const key = await openLogKey(dataFile(configuration, 'keys', 'log-key'), log.name);
  const memory = new SigningMemory(dataFile(configuration, 'keys', 'last-signed-checkpoint'));
  const stopping = new AbortController();
  const running = keepSequencing(
    {
      ...{ store, database, key, memory, clock, logId: log.id, logName: log.name, url: server.url },
      log: (level, message, fields) => logger[level](fields, message),
    },
    stopping.signal,
  );
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

function startPublishing({ store, repository, server, clock, logger }: Register) {
  const stopping = new AbortController();
  const log: Parameters<typeof keepPublishing>[0]['log'] = (level, message, fields) => logger[level](fields, message);
  const running = keepPublishing({ store, repository, clock, url: server.url, log }, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

function startAnchoring({ store, database, repository, server, clock, logger, configuration }: Register) {
  const { timestampAuthorities: authorities } = configuration;
  const stopping = new AbortController();
  const log: Parameters<typeof keepAnchoring>[0]['log'] = (level, message, fields) => logger[level](fields, message);
  const anchors = new Anchors(store, database, repository);
  const running =
    authorities.length === 0
      ? Promise.resolve()
      : keepAnchoring({ anchors, authorities, clock, url: server.url, log }, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
