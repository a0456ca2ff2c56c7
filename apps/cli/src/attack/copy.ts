import type { Register } from '@liggare/assembly';
import { publishedDigests, replayAndCompare } from '@liggare/audit';
import { exportBundle, registerReducers } from '@liggare/bundle';
import { connect, type Database } from '@liggare/database';
import { DemoClock } from '@liggare/kernel';
import { EvidenceReader } from '@liggare/transparency';
import { FilesInDirectory, verifyBundle } from '@liggare/verifier';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Look, Performed } from './attack.js';
import { WEDNESDAY } from './demo-days.js';
import { DemoWitnesses, type WitnessName } from './demo-witnesses.js';
import { copyDatabase, openDemoRegister, type Day, type Original } from './original.js';
import { verdictLook } from './verdict-look.js';
import { signAll, signingMemoryOf } from './sign-all.js';

/** What the auditor brings to an examination. */
export interface Brought {
  /** How many of the two witnesses must have cosigned. */
  readonly quorum?: 'all' | 'any' | 'none';
  /** Name and text of a checkpoint that was kept. */
  readonly pinned?: readonly [name: string, checkpoint: string];
}

let copies = 0;

/** A copy of the register, in the hands of an operator who may do anything: with its database, its files and the log's key. */
export class Copy {
  readonly did: string[] = [];
  readonly looks: Look[] = [];
  private bundles = 0;

  private constructor(
    readonly original: Original,
    readonly register: Register,
    /** As the superuser of the database. */
    readonly database: Database,
    readonly witnesses: DemoWitnesses,
    private readonly directory: string,
  ) {}

  /** Carries out an attack on a copy, and removes it. */
  static async of(
    original: Original,
    work: (copy: Copy) => Promise<void>,
    day: Day = 'tuesday',
    /** Whose witnesses it has, if not its own. */
    beside?: Copy,
  ): Promise<Performed> {
    const name = `copy_${process.pid}_${++copies}`;
    const directory = join(original.directory, name);
    await mkdir(directory, { recursive: true });
    for (const part of ['keys', 'witnesses']) {
      await cp(join(original.directory, part), join(directory, part), { recursive: true });
    }
    await copyDatabase(original.server, day, name);
    const clock = new DemoClock(WEDNESDAY);
    const register = await openDemoRegister(original.server, name, directory, clock);
    const database = connect(original.server.url(name), { max: 2 });
    const witnesses = beside?.witnesses ?? (await startWitnesses(original, directory, clock));
    const copy = new Copy(original, register, database, witnesses, directory);
    try {
      await work(copy);
      return { did: copy.did, looks: copy.looks };
    } finally {
      if (!beside) await witnesses.stop();
      await register.close();
      await database.end();
      await dropDatabase(original, name);
      await rm(directory, { recursive: true, force: true });
    }
  }

  /** The operator does something to the database; what is shown is what is done. */
  async sql(statement: string): Promise<void> {
    this.did.push(`${statement};`);
    await this.database.query(statement);
  }

  /** Rows of the log refuse to be changed; whoever owns the database turns that off. */
  async unlockLog(): Promise<void> {
    await this.sql('alter table event_store.event disable trigger user');
  }

  /** The tree is forgotten, and what the key has signed; everything is signed anew with the log's own key. */
  async signAnew(): Promise<void> {
    await this.sql(
      'truncate evidence.leaf, evidence.node, evidence.signed_checkpoint, evidence.progress, evidence.cosignature',
    );
    await this.sql('update evidence.witness set last_size = 0');
    await this.forgetSigning();
    await this.sign();
  }

  /** The log once more from its first event, beside the digest that was published. */
  async replay(): Promise<void> {
    const { store, repository } = this.register;
    const size = (await publishedDigests(store)).at(-1)!.size;
    const { digest, published, agrees } = await replayAndCompare(store, repository, { size });
    const said = agrees ? 'agrees with what was published' : `DIFFERS from what was published: ${published}`;
    const lines = [`${digest} of ${size} events`, said];
    this.looks.push({ who: 'auditor', ran: 'liggare audit replay --published', lines });
  }

  async forgetSigning(): Promise<void> {
    this.did.push('rm keys/last-signed-checkpoint');
    await rm(signingMemoryOf(this.register), { force: true });
  }

  async sign(): Promise<void> {
    const said = await signAll(this.register);
    this.looks.push({ who: 'register', ran: 'liggare worker', lines: [said] });
  }

  async askWitnesses(names?: readonly WitnessName[]): Promise<void> {
    this.looks.push(...(await this.witnesses.ask(this.database, names)));
  }

  /** The newest checkpoint that the register shows. */
  async checkpoint(): Promise<string> {
    return (await new EvidenceReader(this.database).checkpoint())!;
  }

  /** The operator hands over a bundle. @returns its directory; undefined: the register could not make one */
  async export(): Promise<string | undefined> {
    const { store, repository, database, keys, protection, log, clock } = this.register;
    const directory = join(this.directory, `bundle-${++this.bundles}`);
    const about = { disclose: 'all', purpose: 'revision', madeAt: clock.now() } as const;
    try {
      await exportBundle({ store, repository, database, keys, protection, logName: log.name }, directory, about);
      return directory;
    } catch (error) {
      const ran = 'liggare audit export paket --disclose all --purpose revision';
      this.looks.push({ who: 'register', ran, lines: [`liggare: ${(error as Error).message}`] });
      return undefined;
    }
  }

  /** The auditor examines a bundle, with what they brought. */
  async examine(directory: string, { quorum = 'all', pinned }: Brought = {}): Promise<void> {
    const verdict = await verifyBundle(new FilesInDirectory(directory), {
      policy: this.original.policy(quorum),
      reducers: registerReducers,
      ...(pinned ? { pinned: pinned[1] } : {}),
    });
    const words = ['liggare audit verify paket', `--policy ${POLICY_NAMES[quorum]}`];
    if (pinned) words.push(`--pinned ${pinned[0]}`);
    this.looks.push(verdictLook(words.join(' '), verdict));
  }

  /** Exports, and examines what comes of it. */
  async exportAndExamine(brought: Brought = {}): Promise<void> {
    const directory = await this.export();
    if (directory !== undefined) await this.examine(directory, brought);
  }

  /** What the auditor kept on that day. */
  kept(day: Day): readonly [string, string] {
    return [day, this.original.kept[day].checkpoint];
  }
}

const POLICY_NAMES = { all: 'policy', any: 'policy-any-witness', none: 'policy-no-witness' } as const;

function startWitnesses({ keys, vkey, logName: name }: Original, directory: string, clock: DemoClock) {
  return DemoWitnesses.start(keys, { vkey, name }, (each) => join(directory, 'witnesses', each), clock);
}

async function dropDatabase(original: Original, name: string): Promise<void> {
  const database = connect(original.server.url(), { max: 1 });
  try {
    await database.query(`drop database ${name} with (force)`);
  } finally {
    await database.end();
  }
}
