import { rebuildReadModels } from '@liggare/assembly';
import type { Command } from 'commander';
import { CommandFailed, EXIT } from '../exit-codes.js';
import type { Output } from '../output/output.js';
import { progressBar } from '../output/progress.js';
import type { ChosenEventStore } from './event-store-option.js';
import { openExisting } from './opening.js';
import { ordered, orderOf, type OrderOptions } from './order-options.js';

interface RebuildOptions extends OrderOptions {
  readonly all: boolean;
  readonly force: boolean;
  readonly switch: boolean;
}

/** `liggare projections rebuild`: one read model with a worker that runs elsewhere, or all with one of its own. */
export function rebuildCommand(group: Command, chosen: ChosenEventStore, output: () => Output): void {
  const description = 'build it anew from the log beside the old copy, then switch; needs a worker';
  ordered(group, 'rebuild [projection]', description)
    .option('--no-switch', 'leave the switch to "projections switch"')
    .option('--all', 'every read model; needs no worker; also after the log was moved to another store', false)
    .option('--force', 'with --all: although this log lacks events that read models have seen', false)
    .action((name: string | undefined, options: RebuildOptions) => {
      if (options.all === (name !== undefined))
        throw new CommandFailed('name one read model, or say --all', EXIT.usage);
      return name === undefined ? rebuildAll(chosen, options, output()) : rebuildOne(name, chosen, options, output());
    });
}

async function rebuildOne(
  name: string,
  chosen: ChosenEventStore,
  options: RebuildOptions,
  output: Output,
): Promise<void> {
  await openExisting(chosen(), async ({ projectionAdmin, clock }) => {
    const bar = progressBar(`rebuilding ${name}`, output.json);
    const made = await projectionAdmin
      .rebuild(name, orderOf(options, clock), {
        switchWhenCaughtUp: options.switch,
        onProgress: ({ done, total }) => bar.update(...inNumbers(done, total)),
      })
      .finally(() => bar.stop());
    output.answer(made, () => [`${name} is built anew in ${made.schema}`]);
  });
}

async function rebuildAll(chosen: ChosenEventStore, options: RebuildOptions, output: Output): Promise<void> {
  const work: Parameters<typeof openExisting>[1] = async (register) => {
    const bar = progressBar('rebuilding, per cent', output.json);
    const parts = new Map<string, number>();
    const made = await rebuildReadModels(register, () => orderOf(options, register.clock), {
      force: options.force,
      onProgress(projection, part) {
        parts.set(projection, part);
        const sum = [...parts.values()].reduce((a, b) => a + b, 0);
        bar.update(Math.floor((100 * sum) / parts.size), 100);
      },
    }).finally(() => bar.stop());
    output.answer(made, () => made.map(({ projection, schema }) => `${projection} is built anew in ${schema}`));
  };
  await openExisting(chosen(), work, { readModelsOfAnyLog: true });
}

/** Events, where positions count them; otherwise ten thousandths. */
function inNumbers(done: bigint, total: bigint): [number, number] {
  if (total <= BigInt(Number.MAX_SAFE_INTEGER)) return [Number(done), Number(total)];
  return [Number((10_000n * done) / total), 10_000];
}
