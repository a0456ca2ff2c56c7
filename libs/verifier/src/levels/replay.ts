import { stateDigest, streamDigest } from '@liggare/evidence';
import type { BundleFiles } from '../files/bundle-files.js';
import type { Findings } from '../verdict.js';
import type { BundledEvent, EventLine } from './event-line.js';
import { reasonOf, textOf } from './sums.js';

/** The register's own rules of what events mean; a verifier that has none does not run L6. */
export interface Reducers {
  /** Undefined before the first event of a kind. */
  initialState(category: string): unknown;
  /** @throws Error the event is not one of the catalogue, or not in its form */
  evolve(category: string, state: unknown, event: BundledEvent): unknown;
  knows(category: string): boolean;
}

const DIGESTS = 'state/digests.csv';
const HEADER = 'size;digest';
const LINE = /^(\d{1,15});([A-Za-z0-9_-]{43})$/;

/** L6: what the events mean, as the register says it for some sizes of the log, and as they mean it here. */
export class Replay {
  private readonly states = new Map<string, { rev: number; state: unknown }>();

  private constructor(
    private readonly reducers: Reducers,
    private readonly findings: Findings,
    private readonly stated: ReadonlyMap<number, string>,
  ) {}

  static async begin(
    files: BundleFiles,
    findings: Findings,
    reducers: Reducers | undefined,
  ): Promise<Replay | undefined> {
    if (!reducers) return undefined;
    try {
      return new Replay(reducers, findings, readDigests(textOf(await files.read(DIGESTS))));
    } catch (error) {
      findings.problem(6, 'tampered', DIGESTS, reasonOf(error));
      return undefined;
    }
  }

  look({ seq, event }: EventLine): void {
    const category = event.stream.slice(0, event.stream.search(/-[0-9a-f]{8}-/));
    if (!this.reducers.knows(category)) {
      this.findings.problem(6, 'incomplete', `event ${seq}`, `streams of ${category} have no rules here`);
      return;
    }
    const before = this.states.get(event.stream)?.state ?? this.reducers.initialState(category);
    try {
      const state = this.reducers.evolve(category, before, event);
      this.states.set(event.stream, { rev: event.revision, state });
    } catch (error) {
      this.findings.problem(6, 'tampered', `event ${seq}`, reasonOf(error));
    }
    this.compare(seq + 1);
    if (event.type === 'StateDigestPublished') this.published(seq, event.data);
  }

  private compare(size: number): void {
    const stated = this.stated.get(size);
    if (stated === undefined) return;
    if (this.digest() === stated) this.findings.checked(6);
    else this.findings.problem(6, 'tampered', DIGESTS, `replay to ${size} events gives another state`);
  }

  private published(seq: number, data: unknown): void {
    const { size, digest } = data as { size?: number; digest?: string };
    const listed = size === undefined ? undefined : this.stated.get(size);
    if (listed === undefined) this.findings.note(6, 'A published digest is of a size that the bundle does not list.');
    else if (listed !== digest) this.findings.problem(6, 'tampered', `event ${seq}`, 'it published another digest');
  }

  private digest(): string {
    const names = [...this.states.keys()].sort();
    return stateDigest(names.map((stream) => streamDigest({ stream, ...this.states.get(stream)! })));
  }
}

function readDigests(text: string): ReadonlyMap<number, string> {
  const [header, ...lines] = text.split('\n');
  if (header !== HEADER || lines.pop() !== '') throw new Error('it is not a list of digests');
  return new Map(
    lines.map((line) => {
      const [, size, digest] = LINE.exec(line) ?? [];
      if (size === undefined || digest === undefined) throw new Error('a line is out of form');
      return [Number(size), digest];
    }),
  );
}

export function formatDigests(digests: ReadonlyMap<number, string>): string {
  return `${[HEADER, ...[...digests].map(([size, digest]) => `${size};${digest}`)].join('\n')}\n`;
}
