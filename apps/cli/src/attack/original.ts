import { createApi } from '@liggare/api';
import { openLocalIssuer, openRegister, startWorker } from '@liggare/assembly';
import { publishDigest } from '@liggare/audit';
import { connect, EmbeddedPostgres } from '@liggare/database';
import { DemoClock, type Instant } from '@liggare/kernel';
import { readConfiguration } from '@liggare/platform';
import { EvidenceReader, SignedProgress } from '@liggare/transparency';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDemo } from '../demo/load-demo.js';
import type { Progress } from '../output/progress.js';
import { MONDAY, TUESDAY } from './demo-days.js';
import { DemoWitnesses, policyOf, witnessKeys, type WitnessKeys } from './demo-witnesses.js';
import { operatorContext, registerParty } from './register-party.js';
import { signAll } from './sign-all.js';

const LOG = 'demo.local/liggare';
export type Day = 'monday' | 'tuesday';

/** What the auditor has from two visits. */
export interface Kept {
  /** The newest checkpoint on that day, with its cosignatures. */
  readonly checkpoint: string;
  readonly size: number;
}

/**
 * A register with the demo data, a database server of its own, two witnesses, and an auditor who was there on two days. It
 * is made once; every attack is carried out on a copy of it.
 */
export class Original {
  private constructor(
    readonly server: EmbeddedPostgres,
    readonly directory: string,
    private readonly postgres: string,
    readonly keys: WitnessKeys,
    readonly vkey: string,
    readonly kept: Readonly<Record<Day, Kept>>,
  ) {}

  static async make(progress: Progress): Promise<Original> {
    const directory = await mkdtemp(join(tmpdir(), 'liggare-attack-demo-'));
    // Nothing here is worth a wait for the disk.
    const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
    const postgres = await mkdtemp(join(tmpdir(), 'liggare-attack-postgres-'));
    const server = await EmbeddedPostgres.start({ directory: postgres, settings });
    try {
      await server.ensureDatabase('liggare');
      const original = { server, directory, keys: witnessKeys() };
      const vkey = await load(original, progress);
      const monday = await visit(original, vkey, MONDAY, []);
      await copyDatabase(server, 'liggare', 'monday');
      const tuesday = await visit(original, vkey, TUESDAY, ['Tisdagspartiet', 'Onsdagspartiet']);
      await copyDatabase(server, 'liggare', 'tuesday');
      return new Original(server, directory, postgres, original.keys, vkey, { monday, tuesday });
    } catch (error) {
      await remove(server, directory, postgres);
      throw error;
    }
  }

  /** What the auditor goes by. */
  policy(quorum: 'all' | 'any' | 'none' = 'all'): string {
    return policyOf(this.vkey, this.keys, quorum);
  }

  get logName(): string {
    return LOG;
  }

  async remove(): Promise<void> {
    await remove(this.server, this.directory, this.postgres);
  }
}

interface Parts {
  readonly server: EmbeddedPostgres;
  readonly directory: string;
  readonly keys: WitnessKeys;
}

/** Opens the register in `database`, its keys in `directory`. */
export function openDemoRegister(server: EmbeddedPostgres, database: string, directory: string, clock: DemoClock) {
  const environment = {
    DATABASE_URL: server.url(database),
    LIGGARE_DATA_DIRECTORY: directory,
    LIGGARE_LOG_NAME: LOG,
    LIGGARE_LOG_LEVEL: 'silent',
  };
  return openRegister(readConfiguration(environment), { clock });
}

/** The demo, through the API, with everything at work. @returns the log's key, as printed in minutes */
async function load({ server, directory }: Parts, progress: Progress): Promise<string> {
  const clock = new DemoClock();
  const register = await openDemoRegister(server, 'liggare', directory, clock);
  const api = await createApi(register);
  const worker = await startWorker(register, api);
  try {
    await api.listen(0, '127.0.0.1');
    const issuer = (await openLocalIssuer(register.configuration))!;
    await loadDemo({ register, clock, issuer, url: await api.getUrl(), progress });
    await register.readModels.waitFor(await register.store.head(), 60_000);
    await new SignedProgress(register.database).waitFor(await register.store.head(), 60_000);
    return (await new EvidenceReader(register.database).status()).keys[0]!.vkey;
  } finally {
    await api.close();
    await worker.stop();
    await register.close();
  }
}

/** A day on which something is recorded, a digest published, the log signed and cosigned; the auditor keeps the checkpoint. */
async function visit(
  { server, directory, keys }: Parts,
  vkey: string,
  day: Instant,
  parties: readonly string[],
): Promise<Kept> {
  const clock = new DemoClock(day);
  const register = await openDemoRegister(server, 'liggare', directory, clock);
  const folder = (name: string) => join(directory, 'witnesses', name);
  const witnesses = await DemoWitnesses.start(keys, { vkey, name: LOG }, folder, clock);
  try {
    for (const name of parties) await registerParty(register, name, day);
    await publishDigest(register.store, register.repository, operatorContext(day, 'digest'));
    await signAll(register);
    await witnesses.ask(register.database);
    const evidence = new EvidenceReader(register.database);
    return { checkpoint: (await evidence.checkpoint())!, size: (await evidence.status()).signed };
  } finally {
    await witnesses.stop();
    await register.close();
  }
}

/** A database as another is now; nobody may be at work in that. */
export async function copyDatabase(server: EmbeddedPostgres, from: string, to: string): Promise<void> {
  const database = connect(server.url(), { max: 1 });
  try {
    await database.query(`create database ${to} template ${from}`);
  } finally {
    await database.end();
  }
}

async function remove(server: EmbeddedPostgres, ...directories: readonly string[]): Promise<void> {
  await server.stop();
  for (const directory of directories) await rm(directory, { recursive: true, force: true });
}
