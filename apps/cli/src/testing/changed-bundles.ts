import { SUM_OF_SUMS, SUMS } from '@liggare/verifier';
import { createHash } from 'node:crypto';

export type Files = ReadonlyMap<string, Uint8Array>;

/** Something done to a bundle, told apart by its number; the same number is always the same change. */
export interface ChangedBundle {
  readonly what: string;
  readonly files: Files;
}

/** Evidence itself: what is changed here is found even by whoever makes the list of hashes anew. */
const EVIDENCE = /^(events\.jsonl|checkpoint|tile\/0\/.*|tile\/entries\/.*)$/;

/** Any bit of any file, a file gone, cut off, doubled or exchanged for another. */
export function changed(files: Files, number: number): ChangedBundle {
  const random = numbers(number);
  const paths = [...files.keys()].sort();
  const path = paths[random(paths.length)]!;
  const bytes = files.get(path)!;
  const copy = new Map(files);
  switch (number % 10) {
    case 0:
      copy.delete(path);
      return { what: `${path} removed`, files: copy };
    case 1:
      return { what: `${path} cut off`, files: copy.set(path, bytes.subarray(0, random(bytes.length))) };
    case 2:
      return { what: `a file beside ${path}`, files: copy.set(`${path}.more`, bytes) };
    case 3: {
      const other = paths.find((each) => each !== path && !sameBytes(files.get(each)!, bytes))!;
      return { what: `${path} exchanged for ${other}`, files: copy.set(path, files.get(other)!) };
    }
    default:
      return flipped(files, path, random);
  }
}

/** A bit of the evidence, with the list of hashes made anew, as whoever means it would. */
export function changedAndListed(files: Files, number: number): ChangedBundle {
  const random = numbers(number);
  const paths = [...files.keys()].filter((path) => EVIDENCE.test(path)).sort();
  const { what, files: copy } = flipped(files, paths[random(paths.length)]!, random);
  return { what: `${what}, listed anew`, files: listedAnew(copy) };
}

/** The bundle with the list of hashes that its files have. */
export function listedAnew(files: Files): Files {
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const paths = [...files.keys()].filter((path) => path !== SUMS && path !== SUM_OF_SUMS).sort();
  const list = Buffer.from(paths.map((path) => `${hash(files.get(path)!)}  ${path}\n`).join(''));
  return new Map([...files, [SUMS, list], [SUM_OF_SUMS, Buffer.from(`${hash(list)}  ${SUMS}\n`)]]);
}

function flipped(files: Files, path: string, random: (below: number) => number): ChangedBundle {
  const bytes = Uint8Array.from(files.get(path)!);
  const [at, bit] = [random(bytes.length), random(8)];
  bytes[at]! ^= 1 << bit;
  return { what: `${path}: bit ${bit} of byte ${at}`, files: new Map(files).set(path, bytes) };
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

/** Numbers that look like chance and are the same every time. */
function numbers(seed: number): (below: number) => number {
  let state = createHash('sha256').update(String(seed)).digest();
  return (below) => {
    state = createHash('sha256').update(state).digest();
    return state.readUInt32BE(0) % below;
  };
}
