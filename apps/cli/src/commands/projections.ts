import { eventsBehind, type Register } from '@liggare/assembly';
import type { Command } from 'commander';
import type { Output } from '../output/output.js';
import { table } from '../output/table.js';
import { eventStoreOption } from './event-store-option.js';
import { openExisting } from './opening.js';
import { orderOf, ordered, type OrderOptions } from './order-options.js';
import { rebuildCommand } from './rebuild.js';

/** `liggare projections …`: what operations does to read models. Every order is an event with its reason. */
export function projectionsCommand(program: Command, output: () => Output): void {
  const group = program.command('projections').description('read models: state, rebuild, switch, held events');
  const chosen = eventStoreOption(group);
  group
    .command('list')
    .description('every copy of every read model: state, place in the log, lag, held events')
    .action(() => openExisting(chosen(), (register) => list(register, output())));
  group
    .command('held')
    .description('events that a read model could not apply, and those that wait behind them')
    .argument('[projection]')
    .action((name: string | undefined) =>
      openExisting(chosen(), async ({ projectionAdmin }) => {
        const held = await projectionAdmin.held(name);
        output().answer(held, () =>
          held.map((event) => `${event.schema}  ${event.stream}  ${event.eventId}  ${event.type}`),
        );
      }),
    );
  rebuildCommand(group, chosen, output);
  ordered(group, 'switch <projection>', 'give readers the copy that was built')
    .option('--force', 'although events are held or digests differ', false)
    .action((name: string, options: OrderOptions & { force: boolean }) =>
      openExisting(chosen(), async ({ projectionAdmin, clock }) => {
        const swap = await projectionAdmin.switch(name, orderOf(options, clock), { force: options.force });
        output().answer(swap, () => [`readers of ${name} now see ${swap.to.schema}`]);
      }),
    );
  ordered(group, 'rollback <projection>', 'give readers back the copy they saw before').action(
    (name: string, options: OrderOptions) =>
      openExisting(chosen(), async ({ projectionAdmin, clock }) => {
        const swap = await projectionAdmin.rollback(name, orderOf(options, clock));
        output().answer(swap, () => [`readers of ${name} see ${swap.to.schema} again`]);
      }),
  );
  ordered(group, 'retry <projection>', 'apply held events again')
    .option('--stream <name>', 'only those of one stream')
    .action((name: string, options: OrderOptions & { stream?: string }) =>
      openExisting(chosen(), async ({ projectionAdmin, clock }) => {
        const which = options.stream === undefined ? {} : { stream: options.stream };
        const result = await projectionAdmin.retry(name, orderOf(options, clock), which);
        output().answer(result, () => [`still held: ${result.stillHeld}`]);
      }),
    );
  ordered(group, 'skip <projection>', 'leave out one held event, and apply those that waited behind it')
    .requiredOption('--event <id>', 'the event’s id (see "projections held")')
    .action((name: string, options: OrderOptions & { event: string }) =>
      openExisting(chosen(), async ({ projectionAdmin, clock }) => {
        const result = await projectionAdmin.skip(name, options.event, orderOf(options, clock));
        output().answer(result, () => [`still held: ${result.stillHeld}`]);
      }),
    );
}

async function list(register: Register, output: Output): Promise<void> {
  const figures = await register.projectionAdmin.list();
  const behind = await Promise.all(
    figures.map(({ checkpoint, lag }) => eventsBehind(register, { checkpoint, positions: lag.positions })),
  );
  output.answer(figures, () =>
    table([
      ['READ MODEL', 'COPY', 'STATE', 'CHECKPOINT', 'BEHIND', 'SECONDS', 'HELD'],
      ...figures.map((f, i) => [
        f.projection,
        f.schema,
        f.state,
        String(f.checkpoint),
        String(behind[i]),
        f.lag.seconds.toFixed(1),
        String(f.held),
      ]),
    ]),
  );
}
