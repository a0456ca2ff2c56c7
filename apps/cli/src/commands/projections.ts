import { freshId, type CommandContext, type Clock } from '@liggare/kernel';
import type { Order } from '@liggare/projections';
import type { Register } from '@liggare/assembly';
import type { Command } from 'commander';
import type { Output } from '../output/output.js';
import { progressBar } from '../output/progress.js';
import { table } from '../output/table.js';
import { openExisting } from './opening.js';

interface OrderOptions {
  readonly by: string;
  readonly reason: string;
}

/** `liggare projections …`: what operations does to read models. Every order is an event with its reason. */
export function projectionsCommand(program: Command, output: () => Output): void {
  const group = program.command('projections').description('read models: state, rebuild, switch, held events');
  group
    .command('list')
    .description('every copy of every read model: state, place in the log, lag, held events')
    .action(() => openExisting(async ({ projectionAdmin }) => list(await projectionAdmin.list(), output())));
  group
    .command('held')
    .description('events that a read model could not apply, and those that wait behind them')
    .argument('[projection]')
    .action((name: string | undefined) =>
      openExisting(async ({ projectionAdmin }) => {
        const held = await projectionAdmin.held(name);
        output().answer(held, () =>
          held.map((event) => `${event.schema}  ${event.stream}  ${event.eventId}  ${event.type}`),
        );
      }),
    );
  ordered(group, 'rebuild', 'build it anew from the log beside the old copy, then switch; needs a worker')
    .option('--no-switch', 'leave the switch to "projections switch"')
    .action((name: string, options: OrderOptions & { switch: boolean }) =>
      openExisting(async ({ projectionAdmin, clock }) => {
        const bar = progressBar(`rebuilding ${name}`, output().json);
        const made = await projectionAdmin
          .rebuild(name, orderOf(options, clock), {
            switchWhenCaughtUp: options.switch,
            onProgress: ({ done, total }) => bar.update(Number(done), Number(total)),
          })
          .finally(() => bar.stop());
        output().answer(made, () => [`${name} is built anew in ${made.schema}`]);
      }),
    );
  ordered(group, 'switch', 'give readers the copy that was built')
    .option('--force', 'although events are held or digests differ', false)
    .action((name: string, options: OrderOptions & { force: boolean }) =>
      openExisting(async ({ projectionAdmin, clock }) => {
        const swap = await projectionAdmin.switch(name, orderOf(options, clock), { force: options.force });
        output().answer(swap, () => [`readers of ${name} now see ${swap.to.schema}`]);
      }),
    );
  ordered(group, 'rollback', 'give readers back the copy they saw before').action(
    (name: string, options: OrderOptions) =>
      openExisting(async ({ projectionAdmin, clock }) => {
        const swap = await projectionAdmin.rollback(name, orderOf(options, clock));
        output().answer(swap, () => [`readers of ${name} see ${swap.to.schema} again`]);
      }),
  );
  ordered(group, 'retry', 'apply held events again')
    .option('--stream <name>', 'only those of one stream')
    .action((name: string, options: OrderOptions & { stream?: string }) =>
      openExisting(async ({ projectionAdmin, clock }) => {
        const which = options.stream === undefined ? {} : { stream: options.stream };
        const result = await projectionAdmin.retry(name, orderOf(options, clock), which);
        output().answer(result, () => [`still held: ${result.stillHeld}`]);
      }),
    );
  ordered(group, 'skip', 'leave out one held event, and apply those that waited behind it')
    .requiredOption('--event <id>', 'the event’s id (see "projections held")')
    .action((name: string, options: OrderOptions & { event: string }) =>
      openExisting(async ({ projectionAdmin, clock }) => {
        const result = await projectionAdmin.skip(name, options.event, orderOf(options, clock));
        output().answer(result, () => [`still held: ${result.stillHeld}`]);
      }),
    );
}

function ordered(group: Command, name: string, description: string): Command {
  return group
    .command(name)
    .description(description)
    .argument('<projection>')
    .requiredOption('--by <id>', 'who orders it (pseudonymous)')
    .requiredOption('--reason <text>', 'why; becomes part of the log, so it must not name anybody');
}

function orderOf({ by, reason }: OrderOptions, clock: Clock): Order {
  const commandId = freshId();
  const context: CommandContext = {
    commandId,
    actor: { id: by, role: 'admin' },
    correlationId: commandId,
    now: clock.now(),
  };
  return { context, reason };
}

function list(figures: Awaited<ReturnType<Register['projectionAdmin']['list']>>, output: Output): void {
  output.answer(figures, () =>
    table([
      ['READ MODEL', 'COPY', 'STATE', 'CHECKPOINT', 'BEHIND', 'SECONDS', 'HELD'],
      ...figures.map((f) => [
        f.projection,
        f.schema,
        f.state,
        String(f.checkpoint),
        String(f.lag.positions),
        f.lag.seconds.toFixed(1),
        String(f.held),
      ]),
    ]),
  );
}
