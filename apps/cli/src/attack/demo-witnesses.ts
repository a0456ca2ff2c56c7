import { parseVerifierKey, signerKey, type SignerKey } from '@liggare/evidence';
import { millisOf, type Clock } from '@liggare/kernel';
import { askForCosignature, introduce, type ConfiguredWitness } from '@liggare/transparency';
import type { Database } from '@liggare/database';
import { serveWitness, Witness, WitnessState, type RunningWitness } from '@liggare/witness';
import { randomBytes } from 'node:crypto';
import type { Look } from './attack.js';

const NAMES = ['revisionen', 'stadsarkivet'] as const;
export type WitnessName = (typeof NAMES)[number];

/** Keys of two witnesses; the operator has neither. */
export type WitnessKeys = ReadonlyMap<WitnessName, SignerKey>;

export function witnessKeys(): WitnessKeys {
  return new Map(NAMES.map((name) => [name, signerKey(`${name}.example/w1`, 4, randomBytes(32))]));
}

/** The policy that an auditor has got on another way than from the operator. */
export function policyOf(logKey: string, keys: WitnessKeys, quorum: 'all' | 'any' | 'none'): string {
  const witnesses = [...keys].map(([name, { verifier }]) => `witness ${name} ${verifier.text}`);
  const last = quorum === 'none' ? ['quorum none'] : [`group both ${quorum} ${NAMES.join(' ')}`, 'quorum both'];
  return [`log ${logKey}`, ...witnesses, ...last, ''].join('\n');
}

/** Two real witnesses, each with a server and a memory of its own. */
export class DemoWitnesses {
  private constructor(
    private readonly running: ReadonlyMap<
      WitnessName,
      { server: RunningWitness; witness: Witness; asked: ConfiguredWitness }
    >,
    private readonly clock: Clock,
  ) {}

  /** @param folderOf where each keeps what it has cosigned */
  static async start(
    keys: WitnessKeys,
    log: { readonly vkey: string; readonly name: string },
    folderOf: (name: WitnessName) => string,
    clock: Clock,
  ): Promise<DemoWitnesses> {
    const running = new Map();
    for (const [name, key] of keys) {
      const now = () => Math.floor(millisOf(clock.now()) / 1000);
      const state = await WitnessState.open(folderOf(name));
      const witness = new Witness({ key, state, now, logs: [parseVerifierKey(log.vkey)] });
      const server = await serveWitness({ witness, origins: [log.name], port: 0 });
      const asked = { name, key: key.verifier, url: `http://127.0.0.1:${server.port}` };
      running.set(name, { server, witness, asked });
    }
    return new DemoWitnesses(running, clock);
  }

  /** Asks for cosignatures under the newest checkpoint. @returns what each said */
  async ask(database: Database, names: readonly WitnessName[] = NAMES): Promise<readonly Look[]> {
    const looks: Look[] = [];
    for (const name of names) {
      const { asked } = this.running.get(name)!;
      await introduce(database, asked);
      const said = await askForCosignature(asked, { database, clock: this.clock, log: () => undefined });
      const { rows } = await database.query<{ message: string | null }>(
        'select message from evidence.witness where vkey = $1',
        [asked.key.text],
      );
      const lines = [`${said}${rows[0]?.message ? `: ${rows[0].message.trim()}` : ''}`];
      looks.push({ who: 'witness', ran: `${name}: POST add-checkpoint`, lines });
    }
    return looks;
  }

  /** What a witness cosigned last: anybody may ask it. */
  async checkpointOf(name: WitnessName, origin: string): Promise<string> {
    return (await this.running.get(name)!.witness.checkpointOf(origin)) ?? '';
  }

  async stop(): Promise<void> {
    for (const { server } of this.running.values()) await server.stop();
  }
}
