import { LeaderElection, type RuntimeLog } from '@liggare/projections';
import { setTimeout as pause } from 'node:timers/promises';
import { RefusesToSign } from './refuses-to-sign.js';
import { Sequencer, type SequencerOptions } from './sequencer.js';

export interface KeepSequencingOptions extends SequencerOptions {
  /** `postgresql://…` for the lock of the one writer. */
  readonly url: string;
  readonly log: RuntimeLog;
  readonly retryMs?: number;
}

/** While it refuses to sign, it looks again this often: a restore may still be catching up. */
const REFUSED_MS = 30_000;

/** Of any number of processes one writes the transparency log, and goes on after every fault but a refusal to sign. */
export async function keepSequencing(options: KeepSequencingOptions, signal: AbortSignal): Promise<void> {
  const { url, log, retryMs = 500 } = options;
  const election = new LeaderElection({ url, name: 'liggare:transparency-log', log });
  await election.lead(async (leading) => {
    while (!leading.aborted) {
      try {
        const sequencer = await Sequencer.open(options);
        await sequencer.run(leading);
      } catch (error) {
        if (leading.aborted) return;
        const refused = error instanceof RefusesToSign;
        const message = error instanceof Error ? error.message : String(error);
        log(refused ? 'error' : 'warn', 'the transparency log stopped', { error: message });
        await pause(refused ? REFUSED_MS : retryMs, undefined, { signal: leading }).catch(() => undefined);
      }
    }
  }, signal);
}
