import pg from 'pg';

/** How long to wait before listening is tried again: ever longer, up to the last. */
const PAUSES_MS = [50, 200, 1_000, 5_000];

/**
 * Tells subscriptions that something was appended: LISTEN on a connection of its own, opened when somebody first waits
 * and again whenever it breaks. Nobody may rely on it alone: waiting ends at the poll interval in any case.
 */
export class WakeUp {
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private failures = 0;
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
    if (!this.client && !this.retry) this.listen();
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
    clearTimeout(this.retry);
    this.wakeAll();
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private listen(): void {
    this.retry = undefined;
    if (this.closed) return;
    const client = new pg.Client({ connectionString: this.url, keepAlive: true, connectionTimeoutMillis: 10_000 });
    this.client = client;
    const lost = () => this.listenLater(client);
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', () => this.wakeAll());
    client
      .connect()
      .then(() => client.query('listen liggare_log'))
      .then(() => {
        this.failures = 0;
        // Between the last look and LISTEN something may have been appended.
        this.wakeAll();
      })
      .catch(lost);
  }

  private listenLater(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    void client.end().catch(() => undefined);
    const pause = PAUSES_MS[Math.min(this.failures++, PAUSES_MS.length - 1)];
    this.retry = setTimeout(() => this.listen(), pause);
  }

  private wakeAll(): void {
    this.calls++;
    for (const wake of [...this.waiting]) wake();
  }
}
