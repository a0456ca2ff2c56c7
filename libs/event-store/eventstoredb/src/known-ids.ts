/** Everything that stands in a stream, up to a revision. */
export class StreamIds {
  private readonly places = new Map<string, bigint>();

  /** -1n: the stream does not exist. */
  last = -1n;

  get size(): number {
    return this.places.size;
  }

  add(id: string, revision: bigint): void {
    this.places.set(id, revision);
    this.last = revision;
  }

  /**
   * Where the ids of an append stand: the revision of the last one if they stand there after each other, 'elsewhere'
   * if only some of them do or in another order, undefined if none does.
   */
  find(ids: readonly string[]): bigint | 'elsewhere' | undefined {
    const places = ids.map((id) => this.places.get(id));
    if (places.every((place) => place === undefined)) return undefined;
    const first = places[0];
    if (first === undefined || !places.every((place, i) => place === first + BigInt(i))) return 'elsewhere';
    return first + BigInt(ids.length) - 1n;
  }
}

/** The ids of the streams last used, as many as the limit allows. */
export class KnownIds {
  private readonly streams = new Map<string, { readonly ids: StreamIds; readonly weight: number }>();
  private held = 0;

  constructor(private readonly limit: number) {}

  get(stream: string): StreamIds | undefined {
    return this.streams.get(stream)?.ids;
  }

  /** The stream was used last, and its ids are these. */
  keep(stream: string, ids: StreamIds): void {
    this.forget(stream);
    // A stream is not free even if it is empty.
    const weight = ids.size + 1;
    this.streams.set(stream, { ids, weight });
    this.held += weight;
    for (const oldest of this.streams.keys()) {
      if (this.held <= this.limit) return;
      this.forget(oldest);
    }
  }

  forget(stream: string): void {
    this.held -= this.streams.get(stream)?.weight ?? 0;
    this.streams.delete(stream);
  }
}
