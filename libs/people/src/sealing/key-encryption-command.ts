import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { KeyEncryptionKeyUnavailable, type KeyEncryption, type KeyPlace, type WrappedKey } from './key-encryption.js';

/** What is asked on standard input, as JSON. Bytes are base64. */
export type KeyEncryptionRequest =
  | { readonly operation: 'wrap'; readonly key: string; readonly context: KeyPlace }
  | { readonly operation: 'unwrap'; readonly kekId: string; readonly wrapped: string; readonly context: KeyPlace };

/**
 * Key-encryption keys in a key management service, asked by a command of the operator's: it reads one request as JSON
 * and answers `{"kekId": "…", "wrapped": "…"}` or `{"key": "…"}`. `context` must be authenticated with the key, as the
 * services' encryption context is. Rotating and destroying keys is the service's own business.
 */
export class KeyEncryptionCommand implements KeyEncryption {
  /** @param command words of the command; no shell looks at them */
  constructor(private readonly command: readonly string[]) {}

  async ready(): Promise<void> {
    // Nothing is opened beforehand.
  }

  async wrap(key: Uint8Array, context: KeyPlace): Promise<WrappedKey> {
    const answer = await this.ask({ operation: 'wrap', key: Buffer.from(key).toString('base64'), context });
    const { kekId, wrapped } = answer;
    if (typeof kekId !== 'string' || kekId === '' || typeof wrapped !== 'string')
      throw unusable('no kekId and wrapped');
    return { kekId, wrapped: Buffer.from(wrapped, 'base64') };
  }

  async unwrap({ kekId, wrapped }: WrappedKey, context: KeyPlace): Promise<Uint8Array> {
    const { key } = await this.ask({ operation: 'unwrap', kekId, wrapped: wrapped.toString('base64'), context });
    if (typeof key !== 'string') throw unusable('no key');
    return Buffer.from(key, 'base64');
  }

  reload(): void {
    // Nothing is remembered.
  }

  async renew(): Promise<void> {
    // The service was told to; the next key that is wrapped says which one it is.
  }

  async retire(): Promise<void> {
    // When nothing is wrapped with a key, the operator destroys it in the service.
  }

  private async ask(request: KeyEncryptionRequest): Promise<Record<string, unknown>> {
    const [program, ...words] = this.command;
    const child = spawn(program!, words, { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
    // It may end without reading.
    child.stdin.on('error', () => undefined).end(JSON.stringify(request));
    try {
      const [answer, code] = await Promise.all([text(child.stdout), ended]);
      if (code !== 0) throw unusable(`exit code ${code ?? 'none'}`);
      return JSON.parse(answer) as Record<string, unknown>;
    } catch (cause) {
      if (cause instanceof KeyEncryptionKeyUnavailable) throw cause;
      // A parser's message quotes what it read, which may be a key.
      throw unusable(cause instanceof SyntaxError ? 'no JSON' : 'it cannot be started');
    }
  }
}

function unusable(what: string): KeyEncryptionKeyUnavailable {
  return new KeyEncryptionKeyUnavailable(`the command of LIGGARE_KEY_ENCRYPTION_COMMAND gave no answer: ${what}`);
}
