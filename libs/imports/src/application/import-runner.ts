import type { Database } from '@liggare/database';
import { Repository, type Clock, type EventStore } from '@liggare/kernel';
import {
  CLOCK,
  EVENT_STORE,
  LOGGER,
  READ_DATABASE,
  READ_MODELS,
  type Logger,
  type ReadModels,
} from '@liggare/platform';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { importAggregate } from '../domain/import.js';
import { recordLines } from './execution.js';
import { ImportWork, Interrupted, type Orderer, type WorkParts } from './import-work.js';
import { reverseLines } from './reversal.js';
import { tryImport } from './trial.js';

/** `try`: at the user's wish. `retry`: once more before recording. */
export type Task = 'try' | 'retry' | 'record' | 'reverse';

/**
 * Carries imports on, one process at a time each. What was under way when a process ended goes on when the next one
 * starts: the task is in the database, and every step of it can be done again.
 */
@Injectable()
export class ImportRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly running = new Map<string, Promise<void>>();
  private stopping = false;
  private readonly parts: WorkParts;

  constructor(
    @Inject(READ_DATABASE) private readonly database: Database,
    repository: Repository,
    queries: QueryBus,
    @Inject(CLOCK) clock: Clock,
    @Inject(EVENT_STORE) store: EventStore,
    @Inject(READ_MODELS) readModels: ReadModels,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.parts = { database, repository, queries, clock, store, readModels };
  }

  async onApplicationBootstrap(): Promise<void> {
    const { rows } = await this.database.query<{ import_id: string }>(
      'select import_id from imports.import where task is not null',
    );
    for (const { import_id } of rows) void this.run(import_id);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.running.values());
  }

  /** Gives the import something to do, unless it is at something; it is done in the background, across crashes. */
  async give(importId: string, task: Task, orderer: Orderer): Promise<void> {
    await this.database.query(
      'update imports.import set task = $2, context = $3 where import_id = $1 and task is null',
      [importId, task, JSON.stringify(orderer)],
    );
    void this.run(importId);
  }

  /** Waits until the import has nothing to do, at most so long. */
  async settled(importId: string, timeoutMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<void>((resolve) => (timer = setTimeout(resolve, timeoutMs)));
    await Promise.race([this.running.get(importId), timeout]);
    clearTimeout(timer);
  }

  /** Resolves when there is nothing left to do, or another process does it. */
  private run(importId: string): Promise<void> {
    const before = this.running.get(importId) ?? Promise.resolve();
    const turn = before
      .then(() => this.runAlone(importId))
      .catch((error: unknown) => {
        if (!(error instanceof Interrupted))
          this.logger.error({ importId, err: error }, 'an import has stopped half-way');
      });
    this.running.set(importId, turn);
    void turn.then(() => this.running.get(importId) === turn && this.running.delete(importId));
    return turn;
  }

  private async runAlone(importId: string): Promise<void> {
    const client = await this.database.connect();
    const lock = [
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as got',
      'select pg_advisory_unlock(hashtextextended($1, 0))',
    ];
    try {
      const { rows } = await client.query<{ got: boolean }>(lock[0]!, [`import ${importId}`]);
      if (rows[0]?.got !== true) return;
      try {
        while (!this.stopping && (await this.step(importId)));
      } finally {
        await client.query(lock[1]!, [`import ${importId}`]);
      }
    } finally {
      client.release();
    }
  }

  /** Does the task at hand. @returns whether there may be another */
  private async step(importId: string): Promise<boolean> {
    const { rows } = await this.database.query<{ task: Task | null; context: Orderer }>(
      'select task, context from imports.import where import_id = $1',
      [importId],
    );
    const [{ task, context } = { task: null, context: undefined }] = rows;
    if (task === null || context === undefined) return false;
    const work = new ImportWork(this.parts, importId, context, () => this.stopping);
    const next = await this.carryOut(work, task);
    await this.database.query('update imports.import set task = $2 where import_id = $1 and task = $3', [
      importId,
      next ?? null,
      task,
    ]);
    return true;
  }

  private async carryOut(work: ImportWork, task: Task): Promise<Task | undefined> {
    switch (task) {
      case 'try': {
        const now = this.parts.clock.now();
        const { rows, errors, warnings } = await tryImport(work, now);
        const { state } = await this.parts.repository.load(importAggregate, work.importId);
        if (state.status === 'executing') return 'retry';
        await work.record({ type: 'RecordCheck', rows, errors, warnings }, now);
        return undefined;
      }
      case 'retry':
        return this.retry(work);
      case 'record': {
        const refused = await recordLines(work);
        if (refused) {
          await work.record({ type: 'RecordFailure', ...refused });
          return 'reverse';
        }
        await work.record({ type: 'RecordExecution', ...(await this.recorded(work.importId)) });
        await this.forgetPeople(work.importId);
        return undefined;
      }
      case 'reverse':
        await work.record({ type: 'RecordReversal', ...(await reverseLines(work)) });
        await this.forgetPeople(work.importId);
        return undefined;
    }
  }

  /** The register may have changed since the user saw the trial: once more, before the first row is recorded. */
  private async retry(work: ImportWork): Promise<Task> {
    const { errors } = await tryImport(work, this.parts.clock.now());
    if (errors === 0) return 'record';
    const { rows } = await this.database.query<{ row: number; rule: string }>(
      `select row, rule from imports.remark where import_id = $1 and severity = 'error' order by row limit 1`,
      [work.importId],
    );
    await work.record({ type: 'RecordFailure', ...rows[0]! });
    return 'reverse';
  }

  private async recorded(importId: string): Promise<{ rows: number; events: number }> {
    const { rows } = await this.database.query<{ rows: number; events: number }>(
      `select i.rows, (select coalesce(sum(events), 0)::int from imports.line l where l.import_id = $1) as events
       from imports.import i where import_id = $1`,
      [importId],
    );
    return rows[0]!;
  }

  /** What the register has, it keeps sealed; here only the ids stay that a reversal needs. */
  private async forgetPeople(importId: string): Promise<void> {
    await this.database.query(
      `update imports.line set command = jsonb_strip_nulls(
         jsonb_build_object('type', command->'type', 'appointmentId', command->'appointmentId'))
       where import_id = $1`,
      [importId],
    );
    await this.database.query('delete from imports.person where import_id = $1', [importId]);
  }
}
