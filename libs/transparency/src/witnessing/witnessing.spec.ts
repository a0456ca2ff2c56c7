import { cosignedAt, openCheckpoint, parseNote, signerKey, type VerifierKey } from '@liggare/evidence';
import { DemoClock, instant, MemoryEventStore } from '@liggare/kernel';
import { serveWitness, Witness, WitnessState, type RunningWitness } from '@liggare/witness';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EvidenceReader } from '../log/evidence-reader.js';
import { LOG_NAME, TestLog } from '../testing/test-log.js';
import { askForCosignature, type WitnessingOptions } from './ask-for-cosignature.js';
import { witnessList, type ConfiguredWitness } from './witness-list.js';
import { introduce } from './witness-store.js';

const TIME = 1_795_500_000;
const witnessKey = signerKey('witness.example/w1', 4, Buffer.alloc(32, 5));

describe('witnesses of the log', () => {
  let log: TestLog;
  let folder: string;
  let server: RunningWitness;
  let witness: ConfiguredWitness;
  let options: WitnessingOptions;
  let said: string[];

  beforeEach(async () => {
    log = await TestLog.open();
    folder = await mkdtemp(join(tmpdir(), 'liggare-witnessing-'));
    server = await startWitness(log.key.verifier);
    witness = {
      ...{ name: 'w1', key: witnessKey.verifier, url: `http://127.0.0.1:${server.port}` },
    };
    said = [];
    options = {
      ...{ database: log.database, clock: new DemoClock(instant('2026-11-24T09:00:00Z')) },
      log: (level, message) => said.push(`${level}: ${message}`),
    };
    await introduce(log.database, witness);
  });

  afterEach(async () => {
    await server.stop();
    await log.close();
    await rm(folder, { recursive: true, force: true });
  });

  const startWitness = async (key: VerifierKey) => {
    const state = await WitnessState.open(join(folder, 'state'));
    return serveWitness({
      ...{ witness: new Witness({ key: witnessKey, logs: [key], state, now: () => TIME }), origins: [LOG_NAME] },
      port: 0,
    });
  };
  const status = async () => (await new EvidenceReader(log.database).status()).witnesses[0];

  it('a cosignature is kept, and served under the log’s own signature', async () => {
    expect(await askForCosignature(witness, options)).toBe('nothing-new');
    await log.record(3);
    await log.sequence();
    expect(await askForCosignature(witness, options)).toBe('cosigned');
    expect(await askForCosignature(witness, options)).toBe('nothing-new');
    const served = (await new EvidenceReader(log.database).checkpoint())!;
    const [own, theirs] = parseNote(served).signatures;
    expect(own!.name).toBe(LOG_NAME);
    expect(cosignedAt(witnessKey.verifier, theirs!, parseNote(served).text)).toBe(TIME);
    const policy = { logs: [log.key.verifier], witnesses: new Map([['w1', witnessKey.verifier]]) };
    expect([...openCheckpoint(served, policy).cosignedAt]).toEqual([['w1', TIME]]);
    expect(await status()).toEqual({
      ...{ name: 'w1', vkey: witnessKey.verifier.text, size: 3 },
      cosignedAt: new Date(TIME * 1000).toISOString(),
    });
  });

  it('goes on from what the witness holds, also when that was forgotten here', async () => {
    await log.record(3);
    await log.sequence();
    await askForCosignature(witness, options);
    await log.database.query('delete from evidence.witness');
    await introduce(log.database, witness);
    await log.record(4);
    await log.sequence();
    expect(await askForCosignature(witness, options)).toBe('cosigned');
    expect(await status()).toMatchObject({ size: 7 });
  });

  it('a witness that is down is shown, and cosigns when it is there again; what was signed meanwhile stays signed', async () => {
    await log.record(3);
    await log.sequence();
    await server.stop();
    expect(await askForCosignature(witness, options)).toBe('unavailable');
    expect((await status())?.problem?.kind).toBe('unavailable');
    expect(await log.signedSizes()).toEqual([3]);
    server = await startWitness(log.key.verifier);
    expect(await askForCosignature({ ...witness, url: `http://127.0.0.1:${server.port}` }, options)).toBe('cosigned');
    expect((await status())?.problem).toBeUndefined();
  });

  it('T2: a history that was rewritten with the log’s own key is refused, said loudly and shown', async () => {
    await log.record(5);
    await log.sequence();
    await askForCosignature(witness, options);
    await log.database.query(
      'truncate evidence.leaf, evidence.node, evidence.signed_checkpoint, evidence.progress, evidence.cosignature',
    );
    await rm(join(log.folder, 'last-signed'), { force: true });
    log.store = new MemoryEventStore();
    await log.record(6);
    await log.sequence();
    expect(await askForCosignature(witness, options)).toBe('refused');
    expect(said).toEqual(['error: a witness will not cosign this log']);
    expect((await status())?.problem).toMatchObject({ kind: 'refused', message: expect.stringContaining('422') });
  });

  it('T7: a log that lost its end is behind what the witness cosigned', async () => {
    await log.record(5);
    await log.sequence();
    await askForCosignature(witness, options);
    await log.database.query(
      'truncate evidence.leaf, evidence.node, evidence.signed_checkpoint, evidence.progress, evidence.cosignature',
    );
    await rm(join(log.folder, 'last-signed'), { force: true });
    log.store = new MemoryEventStore();
    await log.record(2);
    await log.sequence();
    expect(await askForCosignature(witness, options)).toBe('ahead');
    expect((await status())?.problem?.kind).toBe('ahead');
  });

  it('an address must be of a witness of the policy', () => {
    const policy = `log ${log.key.verifier.text}\nwitness w1 ${witnessKey.verifier.text}\nquorum w1\n`;
    expect(witnessList(policy, new Map([['w1', 'http://one.example']]))).toHaveLength(1);
    expect(() => witnessList(policy, new Map([['w2', 'http://two.example']]))).toThrow('w2 has an address');
  });
});
