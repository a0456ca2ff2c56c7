/**
 * Tells, while the bytes of a file go by, whether they are UTF-8. Excel saves text files in Windows-1252 when nobody
 * asks it for anything else, and that is never valid UTF-8 where it has an å, ä or ö.
 */
export class Utf8Check {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private valid = true;

  add(bytes: Uint8Array): void {
    if (this.valid) this.decode(bytes, true);
  }

  encoding(): 'utf-8' | 'windows-1252' {
    if (this.valid) this.decode(undefined, false);
    return this.valid ? 'utf-8' : 'windows-1252';
  }

  private decode(bytes: Uint8Array | undefined, stream: boolean): void {
    try {
      this.decoder.decode(bytes, { stream });
    } catch {
      this.valid = false;
    }
  }
}

/** The text of the bytes, piece by piece. */
export async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
