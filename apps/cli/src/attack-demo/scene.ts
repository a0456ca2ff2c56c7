import { createApi } from '@liggare/api';
import { openLocalIssuer, openRegister, startWorker } from '@liggare/assembly';
import { connect } from '@liggare/database';
import { formatSignerKey, parseSignerKey, SIGNATURE_TYPES, type SignerKey } from '@liggare/evidence';
import { DemoClock, millisOf } from '@liggare/kernel';
import { dataFile, type Configuration } from '@liggare/platform';
import { askForCosignature, openLogKey, SignedProgress } from '@liggare/transparency';
import { serveWitness, Witness, WitnessState } from '@liggare/witness';
import { randomBytes } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { loadDemo } from '../demo/load-demo.js';
import { Copy } from './copy.js';

/** Which state of the honest register a copy is made of. */
export type Moment = 'backup' | 'now';

interface Keys {
  readonly log: SignerKey['verifier'];
  readonly witness: SignerKey;
}

/**
 * An honest register with the demo in it, an auditor who keeps a checkpoint, and a witness elsewhere. Attacks get copies
 * of the database and of the data directory; nothing is pretended.
 */
export class Scene {
  private copies = 0;
  /** The checkpoint that the auditor kept, with the witness's line. */
  pinned = '';

  private constructor(
    private readonly configuration: Configuration,
    private readonly directory: string,
    /** Address of the honest register's database. */
    private readonly url: string,
    private readonly keys: Keys,
  ) {}

  /** @param configuration of an empty database and data directory, which are this scene's alone */
  static async set(configuration: Configuration, directory: string, note: (text: string) => void): Promise<Scene> {
    note('loading the demo into an honest register …');
    const scene = await Scene.loaded(configuration, directory);
    await scene.keep('backup');
    note('the register goes on; a witness cosigns, and the auditor keeps the checkpoint …');
    const register = await Copy.open(configuration, directory);
    try {
      await register.record('Fiktiva vänstern', 'Påhittade centern');
      await register.sign();
      await scene.askWitness(register, 'witness');
      scene.pinned = await register.checkpoint();
      await register.record('Hittepåmoderaterna', 'Sagoliberalerna');
      await register.sign();
      await scene.askWitness(register, 'witness');
    } finally {
      await register.close();
    }
    await scene.keep('now');
    return scene;
  }

  /** The auditor's own policy: the log's key from the printed minutes. */
  get policy(): string {
    return `log ${this.keys.log.text}\nquorum none\n`;
  }

  /** The same, and the witness must have cosigned. */
  get policyWithWitness(): string {
    return `log ${this.keys.log.text}\nwitness w1 ${this.keys.witness.verifier.text}\nquorum w1\n`;
  }

  /** A copy of everything the operator has. It is the caller's to close. */
  async copy(of: Moment): Promise<Copy> {
    const name = `copy_${++this.copies}`;
    const directory = join(this.directory, name);
    await this.duplicate(of, name);
    // A backup of the database is restored beside the files as they are now.
    await cp(join(this.directory, 'keys-now'), join(directory, 'data', 'keys'), { recursive: true });
    const configuration = {
      ...this.configuration,
      databaseUrl: this.urlOf(this.nameOf(name)),
      dataDirectory: join(directory, 'data'),
    };
    return Copy.open(configuration, directory);
  }

  /**
   * Asks the witness to cosign what a copy has signed last. Each attack meets the witness as the honest register left it.
   * @returns what the witness answered
   */
  async askWitness({ register }: Copy, state = `witness-${this.copies}`): Promise<string> {
    const folder = join(this.directory, state);
    if (state !== 'witness') await cp(join(this.directory, 'witness'), folder, { recursive: true });
    const { database, clock, log } = register;
    const now = () => Math.floor(millisOf(clock.now()) / 1000);
    const logs = [this.keys.log];
    const witness = new Witness({ key: this.keys.witness, logs, state: await WitnessState.open(folder), now });
    const { verifier: key } = this.keys.witness;
    const server = await serveWitness({ witness, origins: [log.name], port: 0 });
    try {
      let answer = '';
      const said = (_: unknown, message: string, fields: unknown) =>
        (answer = `${message}: ${(fields as { error?: string }).error ?? ''}`);
      const asked = { name: 'w1', key, url: `http://127.0.0.1:${server.port}` };
      const result = await askForCosignature(asked, { database, clock, log: said });
      return answer === '' ? result : answer;
    } finally {
      await server.stop();
    }
  }

  /** Removes the copies' databases. */
  async strike(): Promise<void> {
    const copies = Array.from({ length: this.copies }, (_, n) => `copy_${n + 1}`);
    for (const name of ['state_backup', 'state_now', ...copies]) {
      await this.onServer(`drop database if exists ${this.nameOf(name)} with (force)`);
    }
  }

  private static async loaded(configuration: Configuration, directory: string): Promise<Scene> {
    const clock = new DemoClock();
    const register = await openRegister(configuration, { clock });
    const { database, store, server, log } = register;
    const api = await createApi(register);
    const worker = await startWorker(register, api);
    try {
      await api.listen(0, '127.0.0.1');
      const [url, issuer] = [await api.getUrl(), (await openLocalIssuer(configuration))!];
      await loadDemo({ register, clock, issuer, url, progress: { update: () => undefined, stop: () => undefined } });
      await new SignedProgress(database).waitFor(await store.head(), 30_000);
      const { verifier } = await openLogKey(dataFile(configuration, 'keys', 'log-key'), log.name);
      const cosigner = formatSignerKey('witness.example', SIGNATURE_TYPES.cosignature, randomBytes(32));
      return new Scene(configuration, directory, server.url, { log: verifier, witness: parseSignerKey(cosigner) });
    } finally {
      await api.close();
      await worker.stop();
      await register.close();
    }
  }

  /** As a nightly backup does; of the newest state, the files beside the database too. */
  private async keep(moment: Moment): Promise<void> {
    await this.onServer(
      `create database ${this.nameOf(`state_${moment}`)} template "${new URL(this.url).pathname.slice(1)}"`,
    );
    if (moment === 'now')
      await cp(dataFile(this.configuration, 'keys'), join(this.directory, 'keys-now'), { recursive: true });
  }

  /** Several scenes may share a server. */
  private nameOf(name: string): string {
    return `${new URL(this.url).pathname.slice(1)}_${name}`;
  }

  private duplicate(of: Moment, name: string): Promise<void> {
    return this.onServer(`create database ${this.nameOf(name)} template ${this.nameOf(`state_${of}`)}`);
  }

  private urlOf(database: string): string {
    const url = new URL(this.url);
    url.pathname = `/${database}`;
    return url.href;
  }

  private async onServer(statement: string): Promise<void> {
    const server = connect(this.urlOf('postgres'), { max: 1 });
    try {
      await server.query(statement);
    } finally {
      await server.end();
    }
  }
}
