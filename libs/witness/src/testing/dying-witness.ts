import { openCosignerKey } from '../server/cosigner-key.js';
import { serveWitness } from '../server/serve-witness.js';
import { Witness } from '../server/witness.js';
import { WitnessState } from '../server/witness-state.js';
import { SampleLog } from './sample-log.js';

/** A witness in a process of its own that is killed at a step. Arguments: folder, step (or none). */
const [folder = '.', dies] = process.argv.slice(2);
const log = new SampleLog(0).key.verifier;
const witness = new Witness({
  key: await openCosignerKey(`${folder}/key`, 'witness.example/w1'),
  logs: [log],
  state: await WitnessState.open(`${folder}/state`),
  now: () => 1_795_500_000,
  step: (name) => {
    if (name === dies) process.kill(process.pid, 'SIGKILL');
    return new Promise((resolve) => setImmediate(resolve));
  },
});
const { port } = await serveWitness({ witness, origins: [log.name], port: 0 });
process.stdout.write(`${port}\n`);
