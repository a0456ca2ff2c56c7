import { publishDigest, publishedDigests, replayAndCompare, Samples, type Compared } from '@liggare/audit';
import type { Register } from '@liggare/assembly';
import { freshId, position, withoutUndefined, type CommandContext } from '@liggare/kernel';
import type { Command } from 'commander';
import { CommandFailed, EXIT } from '../exit-codes.js';
import type { Output } from '../output/output.js';
import { progressBar } from '../output/progress.js';
import type { Opened } from './audit-questions.js';

/** `liggare audit replay`, `publish-digest` and `sample`. */
export function auditReplayCommands(group: Command, opened: Opened, output: () => Output): void {
  group
    .command('replay')
    .description('replay the log with nothing but its events and rules, and compare with the published digest')
    .option('--to <position>', 'only what stands up to this position')
    .option('--size <number>', 'only so many events, from the first')
    .option('--published', 'as many events as the newest published digest is of')
    .action((options: ReplayLimits) => opened(async (register) => replayNow(register, options, output())));
  group
    .command('publish-digest')
    .description('replay the log and publish the digest of what it says, as an event')
    .action(() =>
      opened(async ({ store, repository, clock }) => {
        const bar = progressBar('replaying', output().json);
        const onProgress = (done: number, total: number) => bar.update(done, total);
        const context = operator(clock.now());
        const { replayed } = await publishDigest(store, repository, context, { onProgress }).finally(() => bar.stop());
        output().answer(replayed, () => [`${replayed.digest} is published for the first ${replayed.size} events`]);
      }),
    );
  group
    .command('sample')
    .description('draw a sample seeded by the root of a later checkpoint; recorded as an event')
    .requiredOption('--population <number>', 'draw from the first so many events')
    .requiredOption('-k, --count <number>', 'how many')
    .option('--seed-size <number>', 'size of the checkpoint; the first signed after the population unless given')
    .action((options: { population: string; count: string; seedSize?: string }) =>
      opened(async ({ store, database, repository, clock }) => {
        const [population, k, seedSize] = [options.population, options.count, options.seedSize].map(readNumber);
        const order = { population: population!, k: k!, ...withoutUndefined({ seedSize }) };
        const context = operator(clock.now());
        const { state } = await new Samples(store, database, repository).draw(freshId(), order, context);
        const sample = state.sample!;
        output().answer(sample, () => [
          `seed: root ${sample.root} of size ${sample.seedSize}`,
          `places in the log, from 0: ${sample.seqs.join(' ')}`,
        ]);
      }),
    );
}

interface ReplayLimits {
  readonly to?: string;
  readonly size?: string;
  readonly published?: true;
}

async function replayNow(register: Register, options: ReplayLimits, output: Output): Promise<void> {
  const { store, repository } = register;
  const bar = progressBar('replaying', output.json);
  const limits = withoutUndefined({
    size: options.published ? await newestPublished(register) : readNumber(options.size),
    upTo: options.to === undefined ? undefined : position(readNumber(options.to)!),
  });
  const onProgress = (done: number, total: number) => bar.update(done, total);
  const found = await replayAndCompare(store, repository, { ...limits, onProgress }).finally(() => bar.stop());
  output.answer(found, () => [`${found.digest} of ${found.size} events, ${found.streams} entities`, verdict(found)]);
  if (found.agrees === false)
    throw new CommandFailed('the log does not say what it said when the digest was published', EXIT.refused);
}

async function newestPublished({ store }: Register): Promise<number> {
  const last = (await publishedDigests(store)).at(-1);
  if (!last) throw new CommandFailed('no digest is published yet', EXIT.notFound);
  return last.size;
}

function verdict({ published, agrees, size }: Compared): string {
  if (agrees === undefined) return `nothing is published for size ${size}: there is nothing to compare with`;
  return agrees ? 'agrees with what was published' : `DIFFERS from what was published: ${published}`;
}

function readNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw new CommandFailed('a size, count or position is a whole number', EXIT.usage);
  return Number(text);
}

/** Whoever has the command line. */
function operator(now: CommandContext['now']): CommandContext {
  const commandId = freshId();
  return { commandId, correlationId: commandId, actor: { id: 'cli', role: 'admin' }, now };
}
