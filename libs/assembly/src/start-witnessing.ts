import { keepWitnessing, witnessList } from '@liggare/transparency';
import { readFile } from 'node:fs/promises';
import type { Register } from './open-register.js';

/** Asks the configured witnesses for cosignatures, beside the sequencer: signing does not wait for them. */
export async function startWitnessing({ configuration, database, server, clock, logger }: Register) {
  const { policyFile, urls } = configuration.witnessing;
  const witnesses = policyFile === undefined ? [] : witnessList(await readFile(policyFile, 'utf8'), urls);
  const stopping = new AbortController();
  const running = keepWitnessing(
    {
      ...{ witnesses, database, clock, url: server.url },
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
