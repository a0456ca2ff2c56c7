import { LeaderElection } from '@liggare/projections';
import { setTimeout as pause } from 'node:timers/promises';
import { askForCosignature, type WitnessingOptions } from './ask-for-cosignature.js';
import type { ConfiguredWitness } from './witness-list.js';
import { introduce } from './witness-store.js';

export interface KeepWitnessingOptions extends WitnessingOptions {
  readonly witnesses: readonly ConfiguredWitness[];
  /** `postgresql://…` for the lock of the one that asks. */
  readonly url: string;
  /** How often is looked for a new checkpoint. */
  readonly lookMs?: number;
}

const LOOK_MS = 1_000;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 300_000;

/** Of any number of processes one asks the witnesses, each by itself: one that is down is tried again, and delays no other. */
export async function keepWitnessing(options: KeepWitnessingOptions, signal: AbortSignal): Promise<void> {
  const { url, log, witnesses } = options;
  if (witnesses.length === 0) return;
  const election = new LeaderElection({ url, name: 'liggare:witnessing', log });
  await election.lead(async (leading) => {
    await Promise.all(witnesses.map((witness) => keepAsking(witness, options, leading)));
  }, signal);
}

async function keepAsking(witness: ConfiguredWitness, options: KeepWitnessingOptions, signal: AbortSignal) {
  const look = options.lookMs ?? LOOK_MS;
  let retry = FIRST_RETRY_MS;
  while (!signal.aborted) {
    let wait = look;
    try {
      await introduce(options.database, witness);
      const asked = await askForCosignature(witness, options);
      if (asked === 'cosigned' || asked === 'nothing-new') retry = FIRST_RETRY_MS;
      else [wait, retry] = [Math.max(look, retry), Math.min(retry * 2, LAST_RETRY_MS)];
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      options.log('warn', 'a witness could not be asked', { witness: witness.name, error: message });
      [wait, retry] = [retry, Math.min(retry * 2, LAST_RETRY_MS)];
    }
    await pause(wait, undefined, { signal }).catch(() => undefined);
  }
}
