import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { leafHash, sameHash, sha256 } from '../merkle/hashing.js';
import { Frontier } from '../merkle/frontier.js';
import { consistencyProof, inclusionProof } from '../merkle/prove.js';
import { verifyConsistency } from '../merkle/verify.js';
import { vectorFile, vectorFolder, vectorJson } from '../testing/vectors.js';
import { parseEntries, formatEntries } from '../tiles/entry-bundle.js';
import { parseTilePath, tilePath, tilesOf } from '../tiles/tile-path.js';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.js';
import { cosign, cosignedAt } from './cosignature.js';
import { isSignedEd25519, publicKey } from './ed25519.js';
import { formatReceipt, parseReceipt, verifyReceipt } from './inclusion-receipt.js';
import { formatSignerKey, parseSignerKey, parseVerifierKey, signerKey } from './keys.js';
import { Malformed } from './malformed.js';
import { hasQuorum, openCheckpoint, parsePolicy } from './policy.js';
import { formatNote, parseNote, signaturesOf, signNote } from './signed-note.js';
import { formatWitnessRequest, parseWitnessRequest } from './witness-request.js';

interface NoteExample {
  readonly name: string;
  readonly skey?: string;
  readonly vkey?: string;
  readonly seedHex?: string;
  readonly text: string;
  readonly signatureLine: string;
}
const { examples, tesseraLogVkey } = vectorJson<{ examples: NoteExample[]; tesseraLogVkey: string }>('note.json');
const seed = (word: string) => sha256(Buffer.from(word));
const log = signerKey('log.exempelkommun.se/provlogg', 1, seed('log'));
const witness = signerKey('revisionen.exempelkommun.se/w1', 4, seed('w1'));
const other = signerKey('grannkommunen.se/w2', 4, seed('w2'));

describe('signed notes', () => {
  it.each(examples)(
    'of Go’s sumdb, $name: signs the same bytes and holds',
    ({ name, skey, vkey, seedHex, text, signatureLine }) => {
      const signer = skey === undefined ? signerKey(name, 1, Buffer.from(seedHex!, 'hex')) : parseSignerKey(skey);
      if (vkey !== undefined) expect(signer.verifier.text).toBe(vkey);
      expect(signNote(text, signer)).toBe(signatureLine);
      const note = parseNote(formatNote(text, [signatureLine]));
      expect(signaturesOf(note, [signer.verifier])).toHaveLength(1);
      expect(signaturesOf(note, [log.verifier])).toEqual([]);
      const changed = { ...note, text: note.text.replace('n', 'm') };
      expect(() => signaturesOf(changed, [signer.verifier])).toThrow(Malformed);
    },
  );

  it('a key is written and read again, and no changed character passes', () => {
    expect(parseSignerKey(formatSignerKey('x', 1, seed('x'))).verifier.text).toBe(
      signerKey('x', 1, seed('x')).verifier.text,
    );
    const { text } = log.verifier;
    for (let at = 0; at < text.length; at++) {
      const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
      expect(() => parseVerifierKey(changed)).toThrow(Malformed);
    }
  });

  it.each([
    ['no signatures', 'text\n'],
    ['a last line without an end', 'text\n\n— a AAAAAAAA'],
    ['a control character', 'te\u0007xt\n\n— a AAAAAAAA\n'],
    ['a line that is no signature', 'text\n\n- a AAAAAAAA\n'],
    ['a signature too short', 'text\n\n— a AAAA\n'],
    ['a lone surrogate', 'te\ud800xt\n\n— a AAAAAAAA\n'],
    ['a hundred and one signatures', `text\n\n${'— a AAAAAAAA\n'.repeat(101)}`],
  ])('refuses %s', (_, note) => {
    expect(() => parseNote(note)).toThrow(Malformed);
  });
});

describe('Ed25519', () => {
  interface Group {
    publicKey: { pk: string };
    tests: { tcId: number; msg: string; sig: string; result: 'valid' | 'invalid' }[];
  }
  const groups = vectorJson<{ testGroups: Group[] }>('wycheproof', 'ed25519_test.json').testGroups;

  it('agrees with Wycheproof on every signature', () => {
    let checked = 0;
    for (const { publicKey: key, tests } of groups) {
      const known = publicKey(Buffer.from(key.pk, 'hex'));
      for (const { tcId, msg, sig, result } of tests) {
        const holds = isSignedEd25519(known, Buffer.from(msg, 'hex'), Buffer.from(sig, 'hex'));
        expect([tcId, holds]).toEqual([tcId, result === 'valid']);
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(140);
  });

  it.each([
    ['zero', '00'.repeat(32)],
    ['one', `01${'00'.repeat(31)}`],
    ['one with its sign', `01${'00'.repeat(30)}80`],
    ['the prime itself', `ed${'ff'.repeat(30)}7f`],
    ['more than the prime', `${'ff'.repeat(31)}7f`],
  ])('refuses the key %s, on which implementations disagree', (_, hex) => {
    expect(() => publicKey(Buffer.from(hex, 'hex'))).toThrow(Malformed);
  });
});

describe('the log of Tessera, as it lies on disk', () => {
  const policy = { logs: [parseVerifierKey(tesseraLogVkey)], witnesses: new Map() };
  const bundle = (size: number) =>
    size === 0 ? [] : parseEntries(vectorFile('tessera', 'log', tilePath({ level: 'entries', index: 0, width: size })));
  const checkpoints = readdirSync(vectorFolder('tessera', 'log')).filter((f) => /^checkpoint\.\d+$/.test(f));
  const opened = checkpoints
    .map((file) => openCheckpoint(vectorFile('tessera', 'log', file).toString('utf8'), policy))
    .sort((a, b) => a.size - b.size);

  it('has sixteen checkpoints whose signatures hold', () => {
    expect(opened.map(({ size }) => size)).toEqual([...Array(16).keys()]);
  });

  it('has entries that come to its tiles and roots, each root consistent with every later one', async () => {
    const leaves = bundle(15).map(leafHash);
    const nodes = new Map<string, Uint8Array>();
    const frontier = Frontier.empty();
    for (const [index, leaf] of leaves.entries()) {
      for (const done of frontier.append(leaf)) nodes.set(`${done.level} ${done.index}`, done.hash);
      const { root } = opened[index + 1]!;
      expect(sameHash(frontier.root(), root)).toBe(true);
      const tile = vectorFile('tessera', 'log', tilePath({ level: 0, index: 0, width: index + 1 }));
      expect(Buffer.concat(leaves.slice(0, index + 1))).toEqual(tile);
      expect(bundle(index + 1)).toEqual(bundle(15).slice(0, index + 1));
    }
    for (const { size: first, root: firstRoot } of opened.slice(1)) {
      for (const { size: second, root: secondRoot } of opened.slice(first)) {
        const proof = await consistencyProof(first, second, (level, index) => nodes.get(`${level} ${index}`)!);
        verifyConsistency({ first, second, firstRoot, secondRoot, proof });
      }
    }
  });
});

describe('checkpoints, cosignatures and policies', () => {
  const text = formatCheckpoint({ origin: log.verifier.name, size: 5, root: seed('root') });
  const signed = (...lines: readonly string[]) => formatNote(text, [signNote(text, log), ...lines]);
  const policyText = [
    '# what the auditors pinned',
    `log ${log.verifier.text}`,
    `witness w1 ${witness.verifier.text}`,
    `witness w2 ${other.verifier.text}`,
    'group both all w1 w2',
    'group one any w1 w2',
    'quorum both',
  ];
  const policy = parsePolicy(policyText.join('\n'));

  it('a checkpoint is read as it was written', () => {
    expect(parseCheckpoint(text)).toEqual({
      origin: log.verifier.name,
      size: 5,
      root: Uint8Array.from(seed('root')),
      extensions: [],
    });
  });

  it.each([
    ['a size with a leading zero', text.replace('\n5\n', '\n05\n')],
    ['a negative size', text.replace('\n5\n', '\n-5\n')],
    ['a size no double holds', text.replace('\n5\n', '\n9007199254740993\n')],
    ['a root that is not canonical base64', text.replace('=\n', '\n')],
    ['a root of other length', text.replace(/\n[^\n]+\n$/, '\nAAAA\n')],
    ['no origin', text.replace(/^[^\n]+/, '')],
    ['an empty line', `${text}\n`],
  ])('refuses %s', (_, changed) => {
    expect(() => parseCheckpoint(changed)).toThrow(Malformed);
  });

  it('a cosignature says when, and holds for this text and key only', () => {
    const line = cosign(text, 1_764_000_000, witness);
    const [parsed] = parseNote(formatNote(text, [line])).signatures;
    expect(cosignedAt(witness.verifier, parsed!, text)).toBe(1_764_000_000);
    expect(cosignedAt(witness.verifier, parsed!, text.replace('5', '6'))).toBeUndefined();
    expect(cosignedAt(other.verifier, parsed!, text)).toBeUndefined();
  });

  it('a policy asks for its quorum', () => {
    const alone = openCheckpoint(signed(cosign(text, 1, witness)), policy);
    expect([...alone.cosignedAt]).toEqual([['w1', 1]]);
    expect(hasQuorum(policy, new Set(alone.cosignedAt.keys()))).toBe(false);
    const both = openCheckpoint(signed(cosign(text, 1, witness), cosign(text, 2, other)), policy);
    expect(hasQuorum(policy, new Set(both.cosignedAt.keys()))).toBe(true);
    expect(hasQuorum({ ...policy, quorum: 'one' }, new Set(['w2']))).toBe(true);
    expect(hasQuorum({ ...policy, quorum: 'none' }, new Set())).toBe(true);
  });

  it('a checkpoint without the log’s signature, or with a known one that does not hold, is refused', () => {
    expect(() => openCheckpoint(formatNote(text, [cosign(text, 1, witness)]), policy)).toThrow(Malformed);
    const wrong = cosign(text.replace('5', '6'), 1, witness);
    expect(() => openCheckpoint(signed(wrong), policy)).toThrow(Malformed);
  });

  it.each([
    ['no quorum', policyText.slice(0, -1)],
    ['two', [...policyText, 'quorum one']],
    ['a quorum of nobody known', [...policyText.slice(0, -1), 'quorum w3']],
    ['a name twice', [...policyText, `witness w1 ${other.verifier.text}`]],
    ['a key twice', [...policyText, `witness w3 ${other.verifier.text}`]],
    ['more than there are', [...policyText, 'group g 3 w1 w2']],
    ['none of them', [...policyText, 'group g 0 w1 w2']],
    ['an unknown member', [...policyText, 'group g any w9']],
    ['a log’s key for a witness', [...policyText, `witness w3 ${log.verifier.text}`]],
    ['a witness’s key for a log', [...policyText, `log ${witness.verifier.text}`]],
    ['another word', [...policyText, 'trust me']],
  ])('a policy with %s is refused', (_, lines) => {
    expect(() => parsePolicy(lines.join('\n'))).toThrow(Malformed);
  });
});

describe('receipts, witness requests and tiles', () => {
  it('a receipt proves its leaf and nothing else, and is read as it was written', async () => {
    const nodes = new Map<string, Uint8Array>();
    const frontier = Frontier.empty();
    const leaves = [...Array(11).keys()].map((n) => leafHash(Buffer.from(`entry ${n}`)));
    for (const leaf of leaves) for (const d of frontier.append(leaf)) nodes.set(`${d.level} ${d.index}`, d.hash);
    const text = formatCheckpoint({ origin: log.verifier.name, size: 11, root: frontier.root() });
    const checkpoint = formatNote(text, [signNote(text, log)]);
    for (const [index, leaf] of leaves.entries()) {
      const proof = await inclusionProof(index, 11, (level, at) => nodes.get(`${level} ${at}`)!);
      const receipt = parseReceipt(formatReceipt({ index, proof, checkpoint, extra: Uint8Array.of(1, 2) }));
      expect(receipt.checkpoint).toBe(checkpoint);
      verifyReceipt(receipt, leaf, text);
      expect(() => verifyReceipt(receipt, leaves[(index + 1) % 11]!, text)).toThrow();
    }
  });

  it.each([
    '',
    'c2sp.org/tlog-proof@v2\nindex 1\n\nx',
    'c2sp.org/tlog-proof@v1\n\nx',
    'c2sp.org/tlog-proof@v1\nindex 01\n\nx',
    'c2sp.org/tlog-proof@v1\nindex 1\nAAAA\n\nx',
    'c2sp.org/tlog-proof@v1\nextra !\nindex 1\n\nx',
    'c2sp.org/tlog-proof@v1\nindex 1',
  ])('refuses the receipt %j', (text) => {
    expect(() => parseReceipt(text)).toThrow(Malformed);
  });

  it('a witness request is read as it was written', () => {
    const request = { old: 7, proof: [seed('a'), seed('b')].map((h) => Uint8Array.from(h)), checkpoint: 'text\n' };
    expect(parseWitnessRequest(formatWitnessRequest(request))).toEqual(request);
    for (const bad of [
      'old 07\n\nx',
      'old 7',
      `old 7\n${'AAAA\n'.repeat(2)}\nx`,
      `old 7\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(64)}\nx`,
    ]) {
      expect(() => parseWitnessRequest(bad)).toThrow(Malformed);
    }
  });

  it('tiles have one path each', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    fc.assert(
      fc.property(fc.nat(62), fc.nat(2 ** 40), fc.integer({ min: 1, max: 256 }), (level, index, width) => {
        expect(parseTilePath(tilePath({ level, index, width }))).toEqual({ level, index, width });
      }),
    );
    for (const bad of [
      'tile/0/1',
      'tile/00/001',
      'tile/0/x000/001',
      'tile/0/001.p/256',
      'tile/0/001.p/0',
      'tile/64/000',
      '../000',
    ]) {
      expect(() => parseTilePath(bad)).toThrow(Malformed);
    }
    expect([...tilesOf(513)].map(tilePath)).toEqual([
      ...['tile/0/000', 'tile/0/001', 'tile/0/002.p/1'],
      ...['tile/entries/000', 'tile/entries/001', 'tile/entries/002.p/1', 'tile/1/000.p/2'],
    ]);
  });

  it('a bundle of entries is read as it was written, and not when it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (entries) => {
        const bundle = formatEntries(entries);
        expect(parseEntries(bundle).map((e) => [...e])).toEqual(entries.map((e) => [...e]));
        if (bundle.length > 0 && entries.at(-1)!.length > 0) {
          expect(() => parseEntries(bundle.subarray(0, -1))).toThrow(Malformed);
        }
      }),
    );
    expect(() => formatEntries([new Uint8Array(65_536)])).toThrow(RangeError);
  });
});
