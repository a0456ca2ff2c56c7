import {
  consistencyProof,
  formatCheckpoint,
  formatNote,
  formatWitnessRequest,
  Frontier,
  leafHash,
  rootOf,
  signerKey,
  signNote,
  type Hash,
} from '@liggare/evidence';

/** A log of numbered leaves that signs whatever it is asked to, also a second history. */
export class SampleLog {
  readonly key = signerKey('log.example/sample', 1, Buffer.alloc(32, 7));
  private readonly nodes = new Map<string, Hash>();

  constructor(leaves: number, history = 'one') {
    const frontier = Frontier.empty();
    for (let n = 0; n < leaves; n++) {
      for (const done of frontier.append(leafHash(Buffer.from(`${history} ${n}`)))) {
        this.nodes.set(`${done.level} ${done.index}`, done.hash);
      }
    }
  }

  async checkpoint(size: number): Promise<string> {
    const text = formatCheckpoint({ origin: this.key.verifier.name, size, root: await rootOf(size, this.at) });
    return formatNote(text, [signNote(text, this.key)]);
  }

  async proof(old: number, size: number): Promise<readonly Hash[]> {
    return old === 0 ? [] : consistencyProof(old, size, this.at);
  }

  /** Body of `POST add-checkpoint`. */
  async request(old: number, size: number): Promise<string> {
    const proof = old <= size ? await this.proof(old, size) : [];
    return formatWitnessRequest({ old, proof, checkpoint: await this.checkpoint(size) });
  }

  private readonly at = (level: number, index: number): Hash => this.nodes.get(`${level} ${index}`)!;
}
