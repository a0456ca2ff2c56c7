import { compareLogs, copyLog, openLogAt, type CopyProgress, type OpenedLog } from '@liggare/assembly';
import type { Command } from 'commander';
import type { Output } from '../output/output.js';
import { progressBar, type Progress } from '../output/progress.js';
import { configurationFor } from './opening.js';

interface Places {
  readonly from: string;
  readonly to: string;
}

/** `liggare store …`: the log as a whole, from store to store. */
export function storeCommand(program: Command, output: () => Output): void {
  const group = program.command('store').description('the log as a whole: copy it to another store, compare two');
  between(
    group,
    'copy',
    'copy the log, in order and unchanged, then compare; run it again to continue one cut off',
  ).action((places: Places) => copy(places, output()));
  between(group, 'verify', 'compare a log and its copy: count, ids, order and contents').action((places: Places) =>
    verify(places, output()),
  );
}

function between(group: Command, name: string, description: string): Command {
  return group
    .command(name)
    .description(description)
    .requiredOption('--from <place>', 'the log: postgres or eventstoredb as configured, postgresql://… or esdb://…')
    .requiredOption('--to <place>', 'its copy, likewise');
}

async function copy(places: Places, output: Output): Promise<void> {
  await withBoth(places, async (from, to) => {
    const bars = new Bars(output.json);
    const copied = await copyLog(from, to, (progress) => bars.update(progress)).finally(() => bars.stop());
    output.answer(copied, () => [
      `${copied.events} events of ${copied.origin.name} are in both logs, ${copied.copied} of them copied now`,
      `SHA-256 of both: ${copied.hash}`,
    ]);
  });
}

async function verify(places: Places, output: Output): Promise<void> {
  await withBoth(places, async (from, to) => {
    const bars = new Bars(output.json);
    const { events, hex: hash } = await compareLogs(from.store, to.store, (done, part) =>
      bars.update({ doing: 'verifying', events: done, part }),
    ).finally(() => bars.stop());
    output.answer({ events, hash }, () => [`${events} events are equal`, `SHA-256 of both: ${hash}`]);
  });
}

async function withBoth(places: Places, work: (from: OpenedLog, to: OpenedLog) => Promise<void>): Promise<void> {
  const configuration = configurationFor(false);
  const from = await openLogAt(places.from, configuration);
  try {
    const to = await openLogAt(places.to, configuration);
    try {
      await work(from, to);
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

/** One bar for each thing that is done. A store says where in the log it is, not how many events there are. */
class Bars {
  private doing: CopyProgress['doing'] | undefined;
  private bar: Progress | undefined;

  constructor(private readonly json: boolean) {}

  update({ doing, events, part }: CopyProgress): void {
    if (doing !== this.doing) {
      this.stop();
      this.bar = progressBar(doing, this.json);
      this.doing = doing;
    }
    this.bar?.update(events, Math.max(events, Math.round(events / Math.max(part, 0.001))));
  }

  stop(): void {
    this.bar?.stop();
  }
}
