import {
  consistencyProof,
  Frontier,
  leafEntry,
  leafHash,
  leafOf,
  openCheckpoint,
  parseEntries,
  parseLeaf,
  parseReceipt,
  parseVerifierKey,
  sameHash,
  tilePath,
  tilesOf,
  type Policy,
  verifyConsistency,
  verifyReceipt,
} from '@liggare/evidence';
import { SignedProgress, type TransparencyStatus } from '@liggare/transparency';
import { position } from '@liggare/kernel';
import { runDemo } from '../testing/running-demo.js';
import type { RunningRegister } from '../testing/running-register.js';

describe('evidence, as an auditor gets it over HTTP', () => {
  let running: RunningRegister;
  let policy: Pick<Policy, 'logs' | 'witnesses'>;

  beforeAll(async () => {
    ({ running } = await runDemo());
    const head = await running.register.store.head();
    expect(await new SignedProgress(running.register.database).waitFor(head, 30_000)).toBe(true);
    const { keys } = (await (await fetch(`${running.url}/v1/evidence`)).json()) as TransparencyStatus;
    policy = { logs: keys.map(({ vkey }) => parseVerifierKey(vkey)), witnesses: new Map() };
  }, 180_000);

  afterAll(() => running.stop());

  const checkpoint = async () =>
    openCheckpoint(await (await fetch(`${running.url}/evidence/checkpoint`)).text(), policy);

  async function tile(path: string): Promise<Uint8Array> {
    const response = await running.get(`/evidence/${path}`, 'auditor');
    expect([path, response.status]).toEqual([path, 200]);
    return new Uint8Array(await response.arrayBuffer());
  }

  it('the tiles are one tree with the signed root, of every event of the log in its order', async () => {
    const { size, root } = await checkpoint();
    const entries: Uint8Array[] = [];
    for (const name of tilesOf(size)) {
      const bytes = await tile(tilePath(name));
      if (name.level === 'entries') entries.push(...parseEntries(bytes));
    }
    const frontier = Frontier.empty();
    for (const entry of entries) frontier.append(leafHash(entry));
    expect(sameHash(frontier.root(), root)).toBe(true);
    let seq = 0;
    for await (const event of running.register.store.readAll()) {
      expect(Buffer.from(entries[seq]!)).toEqual(Buffer.from(leafEntry(leafOf(event, running.register.log.name))));
      // Policies may still be at work: what they add is in a later tree.
      if (++seq === size) break;
    }
    expect(seq).toBe(size);
    expect(parseLeaf(entries[0]!)).toMatchObject({ v: 1, log: running.register.log.name, rev: 0 });
  });

  it('a command is answered with a receipt that holds, in a tree that continues the one before', async () => {
    const before = await checkpoint();
    const response = await running.post('/v1/parties', { name: 'Kvittopartiet' });
    const at = response.headers.get('liggare-receipt')!;
    expect(at).toBe(`/v1/evidence/receipts/${response.headers.get('liggare-position')}`);
    const receipt = parseReceipt(await (await running.get(at)).text());
    const after = openCheckpoint(receipt.checkpoint, policy);
    const wanted = position(response.headers.get('liggare-position')!);
    for await (const event of running.register.store.readAll({ after: position(wanted - 1n), limit: 1 })) {
      verifyReceipt(receipt, leafHash(leafEntry(leafOf(event, running.register.log.name))), after.text);
      const changed = { ...event, data: { ...(event.data as object), name: 'Annat' } };
      const lie = leafHash(leafEntry(leafOf(changed, running.register.log.name)));
      expect(() => verifyReceipt(receipt, lie, after.text)).toThrow();
    }
    const hashes = new Map<number, Uint8Array>();
    for (const name of tilesOf(after.size)) if (name.level === 0) hashes.set(name.index, await tile(tilePath(name)));
    const leaf = (index: number) =>
      hashes.get(Math.floor(index / 256))!.subarray((index % 256) * 32, (index % 256) * 32 + 32);
    const subtree = (level: number, index: number): Uint8Array => {
      const frontier = Frontier.empty();
      for (let n = index * 2 ** level; n < (index + 1) * 2 ** level; n++) frontier.append(leaf(n));
      return frontier.root();
    };
    const proof = await consistencyProof(before.size, after.size, subtree);
    verifyConsistency({
      first: before.size,
      second: after.size,
      firstRoot: before.root,
      secondRoot: after.root,
      proof,
    });
  });

  it('entries are for those who may read the log; what is not signed is not shown', async () => {
    expect((await fetch(`${running.url}/evidence/tile/entries/000`)).status).toBe(401);
    expect((await running.get('/evidence/tile/entries/000', 'bi')).status).toBe(403);
    for (const path of ['tile/0/999', 'tile/0/1', 'tile/9/000', 'tile/entries/000.p/0'])
      expect([path, (await running.get(`/evidence/${path}`, 'auditor')).status]).toEqual([path, 404]);
    expect((await running.get('/v1/evidence/receipts/999999', 'auditor')).status).toBe(404);
    expect((await running.get('/v1/evidence/receipts/x', 'auditor')).status).toBe(404);
  });
});
