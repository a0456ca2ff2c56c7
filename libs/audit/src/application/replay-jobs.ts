import { NotFound, Repository, type EventStore } from '@liggare/kernel';
import { EVENT_STORE } from '@liggare/platform';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { replayAndCompare, type Compared } from './state-digests.js';

/** A replay that was asked for. Kept in the memory of the process that runs it. */
export interface ReplayJob {
  readonly id: string;
  readonly status: 'running' | 'done' | 'failed';
  readonly progress: { readonly done: number; readonly total: number };
  readonly result?: Omit<Compared, 'position'> & { readonly position: string };
  readonly error?: string;
}

/** So many are remembered. */
const KEPT = 50;

/** Replays that run beside the requests. One at a time: a second one waits for its turn. */
@Injectable()
export class ReplayJobs implements OnModuleDestroy {
  private readonly jobs = new Map<string, ReplayJob>();
  private readonly stopping = new AbortController();
  private turn: Promise<void> = Promise.resolve();

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly repository: Repository,
  ) {}

  /** The same id means the same job. */
  start(id: string, size?: number): ReplayJob {
    const known = this.jobs.get(id);
    if (known) return known;
    const job: ReplayJob = { id, status: 'running', progress: { done: 0, total: 2 * (size ?? 0) } };
    this.jobs.set(id, job);
    if (this.jobs.size > KEPT) this.jobs.delete(this.jobs.keys().next().value!);
    this.turn = this.turn.then(() => this.run(id, size));
    return job;
  }

  /** @throws NotFound */
  get(id: string): ReplayJob {
    const job = this.jobs.get(id);
    if (!job) throw new NotFound('replay', id);
    return job;
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.turn;
  }

  private async run(id: string, size: number | undefined): Promise<void> {
    const set = (change: Partial<ReplayJob>) => {
      const job = this.jobs.get(id);
      if (job) this.jobs.set(id, { ...job, ...change });
    };
    try {
      const { position, ...compared } = await replayAndCompare(this.store, this.repository, {
        ...(size === undefined ? {} : { size }),
        signal: this.stopping.signal,
        onProgress: (done, total) => set({ progress: { done, total } }),
      });
      set({ status: 'done', result: { ...compared, position: position.toString() } });
    } catch (error) {
      set({ status: 'failed', error: error instanceof Error ? error.message : String(error) });
    }
  }
}
