import {
  cosign,
  emptyRoot,
  formatNote,
  InvalidProof,
  Malformed,
  openCheckpoint,
  parseCheckpoint,
  parseNote,
  parseWitnessRequest,
  sameHash,
  verifyConsistency,
  type Checkpoint,
  type SignerKey,
  type TrustedCheckpoint,
  type VerifierKey,
  type WitnessRequest,
} from '@liggare/evidence';
import type { Cosigned, WitnessState } from './witness-state.js';

/** What a witness answers; statuses are those of C2SP tlog-witness. */
export interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly body: string;
  readonly type?: 'text/x.tlog.size';
}

export interface WitnessOptions {
  readonly key: SignerKey;
  /** Several of one name: the log has changed its key. */
  readonly logs: readonly VerifierKey[];
  readonly state: WitnessState;
  /** Seconds since 1970. */
  readonly now: () => number;
  /** For fault tests: called between every two steps. */
  readonly step?: (name: string) => Promise<void> | void;
}

/**
 * A witness (C2SP tlog-witness): it cosigns a checkpoint of a log it knows when that continues the last one it cosigned. It
 * sees an origin, a size and a hash; of what the log is about it learns nothing.
 */
export class Witness {
  constructor(private readonly options: WitnessOptions) {}

  get vkey(): string {
    return this.options.key.verifier.text;
  }

  /** @param body of `POST add-checkpoint` */
  async addCheckpoint(body: string): Promise<WitnessAnswer> {
    let request: WitnessRequest;
    let origin: string;
    try {
      request = parseWitnessRequest(body);
      ({ origin } = parseCheckpoint(parseNote(request.checkpoint).text));
    } catch (error) {
      return said(400, error);
    }
    const logs = this.options.logs.filter(({ name }) => name === origin);
    if (logs.length === 0) return { status: 404, body: 'this log is not known here\n' };
    let checkpoint: TrustedCheckpoint;
    try {
      checkpoint = openCheckpoint(request.checkpoint, { logs, witnesses: new Map() });
    } catch (error) {
      return said(403, error);
    }
    if (request.old > checkpoint.size) return { status: 400, body: 'the old size is beyond the checkpoint\n' };
    return this.options.state.alone(origin, () => this.checkAndCosign(request, checkpoint));
  }

  /** The last checkpoint it cosigned for the log; undefined when there is none. */
  async checkpointOf(origin: string): Promise<string | undefined> {
    return (await this.options.state.last(origin))?.note;
  }

  private async checkAndCosign(request: WitnessRequest, checkpoint: TrustedCheckpoint): Promise<WitnessAnswer> {
    const { key, state, now, step } = this.options;
    const last = await state.last(checkpoint.origin);
    const size = last?.size ?? 0;
    if (request.old !== size) return { status: 409, body: `${size}\n`, type: 'text/x.tlog.size' };
    try {
      checkContinues(last, checkpoint, request);
    } catch (error) {
      return said(422, error);
    }
    const line = cosign(checkpoint.text, now(), key);
    await step?.('cosigned');
    // Of the lines that came with the checkpoint only the log's own was looked at; only it is kept.
    const logLine = parseNote(request.checkpoint).signatures.find(
      ({ name, keyId }) => name === checkpoint.log.name && keyId === checkpoint.log.id,
    )!.line;
    await state.keep(checkpoint.origin, formatNote(checkpoint.text, [logLine, line]));
    await step?.('kept');
    return { status: 200, body: `${line}\n` };
  }
}

/** @throws InvalidProof */
function checkContinues(last: Cosigned | undefined, next: Checkpoint, { old, proof }: WitnessRequest): void {
  if (next.size === 0 && !sameHash(next.root, emptyRoot())) throw new InvalidProof('an empty tree has one root');
  if (old === 0) {
    if (proof.length > 0) throw new InvalidProof('from nothing there is no proof');
    return;
  }
  verifyConsistency({ first: old, second: next.size, firstRoot: last!.root, secondRoot: next.root, proof });
}

function said(status: 400 | 403 | 422, error: unknown): WitnessAnswer {
  if (error instanceof Malformed || error instanceof InvalidProof) return { status, body: `${error.message}\n` };
  throw error;
}
