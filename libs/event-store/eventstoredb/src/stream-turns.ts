/** Lets what concerns one stream happen one after the other, and everything else at the same time. */
export class StreamTurns {
  private readonly last = new Map<string, Promise<unknown>>();

  async take<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(stream);
    const mine = before ? before.then(work, work) : work();
    this.last.set(stream, mine);
    try {
      return await mine;
    } finally {
      if (this.last.get(stream) === mine) this.last.delete(stream);
    }
  }

  /** Everything that has begun is over. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.last.values());
  }
}
