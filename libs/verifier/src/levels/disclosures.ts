import { canonicalBytes, escapePointer, opens, readDisclosure, sha256 } from '@liggare/evidence';
import type { Findings } from '../verdict.js';
import { HIDDEN_BECAUSE, type EventLine } from './event-line.js';

interface Erased {
  readonly affectedCount: number;
  readonly affectedDigest: string;
}

/** L7: every commitment is opened, withheld, or erased by an act that the log tells of. */
export class DisclosureChecks {
  private readonly erasedBy = new Map<string, Erased>();
  /** Digests that the bundle calls erased, by key. */
  private readonly gone = new Map<string, string[]>();
  /** Commitments of the events so far. */
  private readonly explained = new Set<string>();
  private hidden = 0;

  constructor(private readonly findings: Findings) {}

  look({ seq, event, disclosures, undisclosed }: EventLine): void {
    const where = `event ${seq}`;
    const problem = (what: string) => this.findings.problem(7, 'tampered', where, what);
    const places = new Map(commitmentsIn(event.data));
    for (const [pointer, digest] of places) {
      const [disclosure, why] = [disclosures[pointer], undisclosed[pointer]];
      if ((disclosure === undefined) === (why === undefined))
        problem(`${pointer} is neither shown nor explained, or both`);
      else if (disclosure !== undefined) this.opened(problem, pointer, digest, disclosure);
      else if (!HIDDEN_BECAUSE.includes(why!.why)) problem(`${pointer} is hidden for no known reason`);
      else if (why!.why === 'copied') {
        if (!this.explained.has(digest)) problem(`${pointer} is said to be a copy, but stands nowhere before`);
      } else if (why!.why === 'erased') this.gone.set(why!.keyId, [...(this.gone.get(why!.keyId) ?? []), digest]);
      else this.hidden++;
      this.explained.add(digest);
      this.findings.checked(7);
    }
    for (const pointer of [...Object.keys(disclosures), ...Object.keys(undisclosed)]) {
      if (!places.has(pointer)) problem(`there is no commitment at ${pointer}`);
    }
    if (event.type === 'SubjectKeyErased') this.erased(event.data);
  }

  end(): void {
    if (this.hidden > 0) this.findings.note(7, `${this.hidden} values are withheld from the receiver of this bundle.`);
    for (const [keyId, digests] of this.gone) {
      const act = this.erasedBy.get(keyId);
      if (!act) {
        this.findings.problem(
          7,
          'unexplained',
          `key ${keyId}`,
          `${digests.length} values are gone, and no event says who decided it`,
        );
      } else if (act.affectedCount !== digests.length || act.affectedDigest !== digestOfAll(digests)) {
        this.findings.problem(7, 'tampered', `key ${keyId}`, 'what is gone is not what the erasure names');
      }
    }
    this.findings.checked(7, 0);
  }

  private opened(problem: (what: string) => void, pointer: string, digest: string, disclosure: string): void {
    try {
      if (!opens(disclosure, digest)) problem(`the text shown at ${pointer} is not the one the log bound`);
      else if (readDisclosure(disclosure).pointer !== pointer)
        problem(`the text shown at ${pointer} belongs elsewhere`);
    } catch {
      problem(`the text shown at ${pointer} cannot be read`);
    }
  }

  private erased(data: unknown): void {
    const { keyId, affectedCount, affectedDigest } = data as Partial<Erased> & { keyId?: string };
    if (keyId === undefined || affectedCount === undefined || affectedDigest === undefined) return;
    this.erasedBy.set(keyId, { affectedCount, affectedDigest });
  }
}

/** base64url SHA-256 of the canonical JSON of the sorted digests. */
export function digestOfAll(digests: readonly string[]): string {
  return Buffer.from(sha256(canonicalBytes([...digests].sort()))).toString('base64url');
}

/** Pointer and digest of every commitment, in document order. */
export function* commitmentsIn(value: unknown, pointer = ''): Generator<readonly [string, string]> {
  if (typeof value !== 'object' || value === null) return;
  const { _sd: digest } = value as { _sd?: unknown };
  if (typeof digest === 'string' && Object.keys(value).length === 1) {
    yield [pointer, digest];
    return;
  }
  for (const [key, inner] of Object.entries(value)) yield* commitmentsIn(inner, `${pointer}/${escapePointer(key)}`);
}
