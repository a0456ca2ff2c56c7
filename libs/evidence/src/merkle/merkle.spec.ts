import { readdirSync } from 'node:fs';
import { vectorFolder, vectorJson } from '../testing/vectors.js';
import { Frontier } from './frontier.js';
import { emptyRoot, leafHash, sameHash, type Hash } from './hashing.js';
import { consistencyProof, inclusionProof, rootOf } from './prove.js';
import { InvalidProof, verifyConsistency, verifyInclusion } from './verify.js';

interface InclusionVector {
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly leafHash: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

interface ConsistencyVector {
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

const bytes = (base64: string | null): Hash => Buffer.from(base64 ?? '', 'base64');
const filesIn = (kind: string) =>
  readdirSync(vectorFolder('merkle', kind), { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.json'));
const accepts = (verify: () => void): boolean => {
  try {
    verify();
    return true;
  } catch (error) {
    if (error instanceof InvalidProof) return false;
    throw error;
  }
};

describe('proofs of RFC 6962, held against the vectors of transparency-dev/merkle', () => {
  const inclusion = filesIn('inclusion');
  const consistency = filesIn('consistency');

  it('has all vectors', () => {
    expect([inclusion.length, consistency.length]).toEqual([98, 98]);
  });

  it.each(inclusion)('inclusion %s', (file) => {
    const vector = vectorJson<InclusionVector>('merkle', 'inclusion', file);
    const { leafIdx: index, treeSize: size, root, leafHash: leaf, proof } = vector;
    const given = { index, size, root: bytes(root), leaf: bytes(leaf), proof: (proof ?? []).map(bytes) };
    expect(accepts(() => verifyInclusion(given))).toBe(!vector.wantErr);
  });

  it.each(consistency)('consistency %s', (file) => {
    const { size1, size2, root1, root2, proof, wantErr } = vectorJson<ConsistencyVector>('merkle', 'consistency', file);
    const given = {
      ...{ first: size1, second: size2, firstRoot: bytes(root1), secondRoot: bytes(root2) },
      proof: (proof ?? []).map(bytes),
    };
    expect(accepts(() => verifyConsistency(given))).toBe(!wantErr);
  });
});

describe('a tree', () => {
  /** The leaves of the example trees of Certificate Transparency. */
  const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];

  it('has the roots of Certificate Transparency', () => {
    const frontier = Frontier.empty();
    expect(Buffer.from(frontier.root()).toString('hex')).toBe(Buffer.from(emptyRoot()).toString('hex'));
    for (const [index, entry] of entries.entries()) {
      frontier.append(leafHash(Buffer.from(entry, 'hex')));
      expect(Buffer.from(frontier.root()).toString('hex')).toBe(roots[index]);
    }
  });

  it('proves every leaf and every beginning of itself, at all sizes to 70, and nothing else', async () => {
    const subtrees = new Map<string, Hash>();
    const at = (level: number, index: number): Hash => subtrees.get(`${level} ${index}`)!;
    const frontier = Frontier.empty();
    const rootAt = [frontier.root()];
    const leaves: Hash[] = [];
    for (let size = 1; size <= 70; size++) {
      const leaf = leafHash(Buffer.from(`leaf ${size}`));
      leaves.push(leaf);
      for (const { level, index, hash } of frontier.append(leaf)) subtrees.set(`${level} ${index}`, hash);
      const root = frontier.root();
      rootAt.push(root);
      expect(sameHash(await rootOf(size, at), root)).toBe(true);
      expect(sameHash((await Frontier.of(size, at)).root(), root)).toBe(true);
      for (let index = 0; index < size; index++) {
        const proof = await inclusionProof(index, size, at);
        verifyInclusion({ index, size, root, leaf: leaves[index]!, proof });
        const wrong = { index: (index + 1) % size, size, root, leaf: leaves[index]!, proof };
        if (size > 1) expect(accepts(() => verifyInclusion(wrong))).toBe(false);
      }
      for (let first = 1; first <= size; first++) {
        const proof = await consistencyProof(first, size, at);
        const claim = { first, second: size, firstRoot: rootAt[first]!, secondRoot: root, proof };
        verifyConsistency(claim);
        const [flipped, ...rest] = proof;
        if (!flipped) continue;
        const changed = Uint8Array.from(flipped, (byte, n) => (n === 7 ? byte ^ 1 : byte));
        expect(accepts(() => verifyConsistency({ ...claim, proof: [changed, ...rest] }))).toBe(false);
      }
    }
  });

  it('goes on where it was continued', async () => {
    const subtrees = new Map<string, Hash>();
    const whole = Frontier.empty();
    for (let n = 0; n < 1_000; n++)
      for (const { level, index, hash } of whole.append(leafHash(Buffer.from(String(n)))))
        subtrees.set(`${level} ${index}`, hash);
    const continued = await Frontier.of(733, (level, index) => subtrees.get(`${level} ${index}`)!);
    for (let n = 733; n < 1_000; n++) continued.append(leafHash(Buffer.from(String(n))));
    expect(sameHash(continued.root(), whole.root())).toBe(true);
  });

  it('has no proof of what is not in it', async () => {
    await expect(inclusionProof(1, 1, () => emptyRoot())).rejects.toThrow(RangeError);
    await expect(consistencyProof(0, 1, () => emptyRoot())).rejects.toThrow(RangeError);
    await expect(consistencyProof(2, 1, () => emptyRoot())).rejects.toThrow(RangeError);
  });
});
