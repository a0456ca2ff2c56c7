import pg from 'pg';
import { pause } from '../pause.js';
import { describeError } from '../run/describe-error.js';
import { silent, type RuntimeLog } from '../runtime-log.js';

export interface LeaderElectionOptions {
  /** `postgresql://…`; straight to the server: a session lock does not survive a pooler that shares sessions. */
  readonly url: string;
  /** Those who campaign under the same name in the same database elect one. */
  readonly name: string;
  readonly log?: RuntimeLog;
  /** How often a follower asks whether the lead is free. */
  readonly retryMs?: number;
  /** How often the leader's connection is tried, and how long an answer may take. */
  readonly heartbeatMs?: number;
}

/** The server finds out within about 25 s that a leader's machine is gone, even if it said no goodbye. */
const SESSION = [
  'set tcp_keepalives_idle = 10',
  'set tcp_keepalives_interval = 5',
  'set tcp_keepalives_count = 3',
  'set idle_session_timeout = 0',
].join('; ');

/**
 * One leader among any number of processes: whoever holds a session advisory lock, on a connection that is used for
 * nothing else and watched. The lock is asked for again and again rather than waited for, because a statement that
 * waits for hours keeps PostgreSQL from cleaning up.
 *
 * A lock alone cannot stop a leader that does not yet know that it has lost its connection; the compare-and-set on
 * every checkpoint does.
 */
export class LeaderElection {
  private readonly log: RuntimeLog;
  private readonly retryMs: number;
  private readonly heartbeatMs: number;
  private leads = false;

  constructor(private readonly options: LeaderElectionOptions) {
    this.log = options.log ?? silent;
    this.retryMs = options.retryMs ?? 250;
    this.heartbeatMs = options.heartbeatMs ?? 2_000;
  }

  get leading(): boolean {
    return this.leads;
  }

  /**
   * Calls `work` whenever this process has become the leader, until `signal` is aborted. The signal that `work` gets
   * is aborted when the lead is lost, too; the lead is given up when `work` ends.
   */
  async lead(work: (signal: AbortSignal) => Promise<void>, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.campaign(work, signal);
      } catch (error) {
        const { name } = this.options;
        this.log('warn', 'the lead is lost or cannot be had', { name, error: describeError(error) });
      }
      await pause(this.retryMs, signal);
    }
  }

  private async campaign(work: (signal: AbortSignal) => Promise<void>, signal: AbortSignal): Promise<void> {
    const client = new pg.Client({
      connectionString: this.options.url,
      application_name: `liggare ${this.options.name} leader`,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    const lost = new AbortController();
    client.on('error', () => lost.abort());
    client.on('end', () => lost.abort());
    const ended = AbortSignal.any([signal, lost.signal]);
    let beating: Promise<void> | undefined;
    try {
      await client.connect();
      await client.query(SESSION);
      while (!(await this.tryLock(client))) {
        await pause(this.retryMs, ended);
        if (ended.aborted) return;
      }
      beating = this.beat(client, lost, ended);
      this.leads = true;
      this.log('info', 'this process leads', { name: this.options.name });
      await work(ended);
    } finally {
      this.leads = false;
      lost.abort();
      await beating;
      await client.end().catch(() => undefined);
    }
  }

  private async tryLock(client: pg.Client): Promise<boolean> {
    const { rows } = await client.query<{ locked: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked',
      [`liggare leader ${this.options.name}`],
    );
    return rows[0]?.locked === true;
  }

  /** A connection may be dead without anybody having closed it: then no answer comes. */
  private async beat(client: pg.Client, lost: AbortController, ended: AbortSignal): Promise<void> {
    for (;;) {
      await pause(this.heartbeatMs, ended);
      if (ended.aborted) return;
      const answered = client.query('select 1').then(
        () => true,
        () => false,
      );
      if (!(await Promise.race([answered, pause(this.heartbeatMs, ended).then(() => false)])) && !ended.aborted) {
        this.log('error', 'the leader’s connection does not answer', { name: this.options.name });
        lost.abort();
      }
    }
  }
}
