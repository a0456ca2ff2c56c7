import type { Policy } from '@liggare/kernel';
import { ProjectionWorker } from '@liggare/projections';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Register } from './open-register.js';
import { projections, slices } from './slices.js';

/**
 * Read models and policies of a process. Any number of processes may run one; one leads.
 * @param app where the policies live and their commands are carried out
 */
export function startWorker(register: Register, app: INestApplicationContext): ProjectionWorker {
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
