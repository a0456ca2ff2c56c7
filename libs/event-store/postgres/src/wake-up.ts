import pg from 'pg';

/**
 * Tells subscriptions that something was appended: LISTEN on a connection of its own, kept open as long as anybody
 * waits, opened again when it breaks. Nobody may rely on it alone: waiting ends at the poll interval in any case.
 */
export class WakeUp {
  private client: pg.Client | undefined;
  private readonly waiting = new Set<() => void>();
  private closed = false;
  private calls = 0;

  constructor(
    private readonly url: string,
    private readonly pollMs: number,
  ) {}

  /** How often it has called so far; ask before you look, so that no call is missed between looking and waiting. */
  get called(): number {
    return this.calls;
  }

  /** Resolves at the first call after the first `called` ones, at the poll interval, or when the signal aborts. */
  next(signal: AbortSignal, called: number): Promise<void> {
    this.listen();
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, this.pollMs);
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
      if (signal.aborted || this.closed || this.calls !== called) wake();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    this.wakeAll();
    await this.client?.end().catch(() => undefined);
    this.client = undefined;
  }

  private listen(): void {
    if (this.client || this.closed) return;
    const client = new pg.Client({ connectionString: this.url });
    this.client = client;
    const lost = () => {
      if (this.client === client) this.client = undefined;
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', () => this.wakeAll());
    client
      .connect()
      .then(() => client.query('listen liggare_log'))
      // Between the last look and LISTEN something may have been appended.
      .then(() => this.wakeAll())
      .catch(() => {
        lost();
        void client.end().catch(() => undefined);
      });
  }

  private wakeAll(): void {
    this.calls++;
    for (const wake of [...this.waiting]) wake();
  }
}
