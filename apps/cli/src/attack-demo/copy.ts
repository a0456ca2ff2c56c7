import { createApi } from '@liggare/api';
import { openRegister, startWorker, type Register } from '@liggare/assembly';
import { exportBundle, registerReducers } from '@liggare/bundle';
import { DemoClock, freshId, type CivilDate, type Instant } from '@liggare/kernel';
import { partyAggregate } from '@liggare/people';
import { dataFile, type Configuration } from '@liggare/platform';
import {
  EvidenceReader,
  lastSigned,
  openLogKey,
  Sequencer,
  SignedProgress,
  SigningMemory,
} from '@liggare/transparency';
import { FilesInDirectory, SUM_OF_SUMS, SUMS, verifyBundle, type VerifyOptions } from '@liggare/verifier';
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Seen, Words } from './attack.js';

/** Long enough for any demo; an operator has all the time in the world. */
const SIGNING_MS = 20_000;

/** A register in the hands of an operator who stops at nothing: its database, its files, its keys. */
export class Copy {
  readonly deeds: string[] = [];
  private bundles = 0;

  private constructor(
    readonly configuration: Configuration,
    readonly directory: string,
    readonly register: Register,
  ) {}

  static async open(configuration: Configuration, directory: string): Promise<Copy> {
    return new Copy(configuration, directory, await openRegister(configuration, { clock: new DemoClock() }));
  }

  close(): Promise<void> {
    return this.register.close();
  }

  /** Ordinary business: parties are registered, by the domain's own rules. */
  async record(...names: readonly string[]): Promise<void> {
    for (const name of names) await this.recordAt(this.register.clock.now(), name);
  }

  /** The same by a program of the operator's that says it is another time. @param from first day of the party */
  async recordAt(now: Instant, name: string, from?: CivilDate): Promise<void> {
    const [partyId, commandId] = [freshId(), freshId()];
    const context = { commandId, correlationId: commandId, actor: { id: 'registrar-demo', role: 'registrar' }, now };
    const command = { type: 'RegisterParty', partyId, name, ...(from ? { from } : {}) } as const;
    await this.register.repository.execute(partyAggregate, partyId, command, context, { expected: 'new' });
  }

  /** As the owner of the database, past every guard in it. @returns how many rows it changed */
  async sql(statement: string, values: readonly unknown[] = []): Promise<number> {
    this.deeds.push(statement.replaceAll(/\s+/g, ' ').trim());
    const client = await this.register.database.connect();
    try {
      await client.query('set session_replication_role = replica');
      const { rowCount } = await client.query(statement, [...values]);
      return rowCount ?? 0;
    } finally {
      client.release(true);
    }
  }

  /** Takes away the memory of what the key has signed, which no database holds. */
  async forgetWhatWasSigned(): Promise<void> {
    this.deeds.push('rm keys/last-signed-checkpoint');
    await rm(dataFile(this.configuration, 'keys', 'last-signed-checkpoint'));
  }

  /** Lets the register sign what it has now, as its worker does. @throws RefusesToSign */
  async sign(): Promise<void> {
    const { store, database, log, clock } = this.register;
    const key = await openLogKey(dataFile(this.configuration, 'keys', 'log-key'), log.name);
    const memory = new SigningMemory(dataFile(this.configuration, 'keys', 'last-signed-checkpoint'));
    const options = { store, database, key, memory, clock, logId: log.id, logName: log.name };
    const stopping = new AbortController();
    const timeout = setTimeout(() => stopping.abort(), SIGNING_MS);
    try {
      const { rows } = await database.query<{ events: number }>(
        'select count(*)::int as events from event_store.event',
      );
      const running = (await Sequencer.open(options)).run(stopping.signal);
      const signed = this.untilSigned(rows[0]!.events, stopping.signal);
      await Promise.race([running, signed]);
      stopping.abort();
      await Promise.all([running, signed]);
    } finally {
      clearTimeout(timeout);
      stopping.abort();
    }
  }

  /** Lets the register's worker do its work: sign, and bring the read models up to date. */
  async work(): Promise<void> {
    const { register } = this;
    const api = await createApi(register);
    const worker = await startWorker(register, await api.init());
    try {
      const head = await register.store.head();
      await register.readModels.waitFor(head, SIGNING_MS);
      await new SignedProgress(register.database).waitFor(head, SIGNING_MS);
    } finally {
      await api.close();
      await worker.stop();
    }
  }

  /** The newest checkpoint, as the register shows it. */
  async checkpoint(): Promise<string> {
    return (await new EvidenceReader(this.register.database).checkpoint())!;
  }

  /** Makes the whole tree anew from the events as they are now, and signs it with the log's own key. */
  async signAnew(): Promise<void> {
    await this.sql(
      'truncate evidence.leaf, evidence.node, evidence.signed_checkpoint, evidence.progress, evidence.cosignature',
    );
    await this.forgetWhatWasSigned();
    this.deeds.push('liggare worker: the tree is made anew and signed with the log’s key');
    await this.sign();
  }

  /** @returns directory of the bundle that the operator hands out */
  async bundle(): Promise<string> {
    const { store, repository, database, keys, protection, log } = this.register;
    const directory = join(this.directory, `bundle-${++this.bundles}`);
    const source = { store, repository, database, keys, protection, logName: log.name };
    await exportBundle(source, directory, {
      disclose: 'all',
      purpose: 'attack demo',
      madeAt: this.register.clock.now(),
    });
    return directory;
  }

  /** Changes a file of a bundle, and makes the list of hashes anew as somebody who knows how would. */
  async rewrite(bundle: string, path: string, change: (text: string) => string): Promise<void> {
    const file = join(bundle, ...path.split('/'));
    const bytes = Buffer.from(change(await readFile(file, 'utf8')));
    await writeFile(file, bytes);
    const sum = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
    const list = (await readFile(join(bundle, SUMS), 'utf8'))
      .split('\n')
      .map((line) => (line.endsWith(`  ${path}`) ? `${sum(bytes)}  ${path}` : line))
      .join('\n');
    await writeFile(join(bundle, SUMS), list);
    await writeFile(join(bundle, SUM_OF_SUMS), `${sum(Buffer.from(list))}  ${SUMS}\n`);
    this.deeds.push(`${path} of the bundle is rewritten, and ${SUMS} made anew`);
  }

  /** What the auditor's own verifier says of a bundle. */
  async verified(bundle: string, by: Words, options: VerifyOptions): Promise<Seen> {
    const verdict = await verifyBundle(new FilesInDirectory(bundle), { reducers: registerReducers, ...options });
    return { by, verdict };
  }

  private async untilSigned(events: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      if ((await lastSigned(this.register.database))?.size === events) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
