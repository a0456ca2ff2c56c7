import { formatWitnessRequest, Malformed, parseVerifierKey, type VerifierKey } from '@liggare/evidence';
import { openCosignerKey, serveWitness, Witness, WitnessState } from '@liggare/witness';
import { millisOf, systemClock } from '@liggare/kernel';
import type { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { CommandFailed, EXIT } from '../exit-codes.js';
import type { Output } from '../output/output.js';
import { untilStopped } from './until-stopped.js';

interface WitnessFiles {
  readonly key: string;
  readonly state: string;
  readonly log: readonly string[];
  readonly name?: string;
}

interface ServeOptions extends WitnessFiles {
  readonly host: string;
  readonly port: string;
  readonly prefix: string;
}

const FETCH_MS = 10_000;

/**
 * `liggare audit witness …`: what an audit office, an archive or a neighbouring municipality runs. It needs no database and
 * no register; it sees sizes and hashes only.
 */
export function witnessCommand(audit: Command, output: () => Output): void {
  const group = audit
    .command('witness')
    .description('cosigns checkpoints of logs that others keep (C2SP tlog-witness)');
  withFiles(group.command('serve').description('answers over HTTP until it is stopped'))
    .option('--host <host>', 'where it listens', '127.0.0.1')
    .option('--port <port>', 'where it listens; 0 for any', '7380')
    .option('--prefix <path>', 'of its addresses, e.g. /w1', '')
    .action(async (options: ServeOptions) => {
      const port = Number(options.port);
      if (!/^\d+$/.test(options.port) || port > 65_535) throw new CommandFailed('--port is no port', EXIT.usage);
      const { witness, logs } = await openWitness(options);
      const running = await serveWitness({
        ...{ witness, port, host: options.host, prefix: options.prefix.replace(/\/$/, '') },
        origins: [...new Set(logs.map(({ name }) => name))],
        onError: (error) => process.stderr.write(`liggare: ${error instanceof Error ? error.message : 'failed'}\n`),
      });
      output().answer({ vkey: witness.vkey, port: running.port }, () => [
        `witness ${witness.vkey}`,
        `listens on http://${options.host}:${running.port}${options.prefix}`,
      ]);
      await untilStopped();
      await running.stop();
    });
  withFiles(group.command('cosign').description('one checkpoint, and no server'))
    .argument(
      '<checkpoint>',
      'file or URL: a signed checkpoint, or a request with its proof as it is sent to add-checkpoint',
    )
    .action(async (source: string, options: WitnessFiles) => {
      const { witness } = await openWitness(options);
      const text = await read(source);
      const request = text.startsWith('old ') ? text : formatWitnessRequest({ old: 0, proof: [], checkpoint: text });
      const answer = await witness.addCheckpoint(request);
      if (answer.status === 200) return output().answer({ cosignature: answer.body }, () => [answer.body.trimEnd()]);
      if (answer.status === 409) {
        throw new CommandFailed(
          `the witness holds ${answer.body.trim()} leaves: send a request with "old ${answer.body.trim()}" and a proof`,
          EXIT.refused,
        );
      }
      throw new CommandFailed(`not cosigned (${answer.status}): ${answer.body.trim()}`, EXIT.refused);
    });
}

function withFiles(command: Command): Command {
  return command
    .requiredOption('--key <file>', 'the witness’s own key; made when there is none')
    .requiredOption('--state <folder>', 'what it has cosigned; one process at a time')
    .requiredOption('--log <vkey...>', 'keys of the logs it knows, as printed in minutes')
    .option('--name <name>', 'of the witness, e.g. revisionen.exempelkommun.se/w1; when the key is made');
}

async function openWitness({ key, state, log, name }: WitnessFiles) {
  try {
    const logs: readonly VerifierKey[] = log.map(parseVerifierKey);
    const now = () => Math.floor(millisOf(systemClock.now()) / 1000);
    const witness = new Witness({
      ...{ logs, now, key: await openCosignerKey(key, name) },
      state: await WitnessState.open(state),
    });
    return { witness, logs };
  } catch (error) {
    if (error instanceof Malformed) throw new CommandFailed(error.message, EXIT.usage);
    throw error;
  }
}

async function read(source: string): Promise<string> {
  if (!/^https?:\/\//.test(source)) return readFile(source, 'utf8');
  const response = await fetch(source, { signal: AbortSignal.timeout(FETCH_MS) });
  if (!response.ok) throw new CommandFailed(`${source}: HTTP ${response.status}`, EXIT.unavailable);
  return response.text();
}
