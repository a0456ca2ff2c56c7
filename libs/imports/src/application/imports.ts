import { inTransaction, type Database } from '@liggare/database';
import {
  derivedId,
  NO_EVENTS,
  NotFound,
  Refusal,
  Repository,
  type CommandContext,
  type Executed,
} from '@liggare/kernel';
import { READ_DATABASE } from '@liggare/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { Format } from '../domain/import-events.js';
import { importAggregate, type ImportCommand, type ImportState } from '../domain/import.js';
import { UnreadableFile } from '../parsing/raw-row.js';
import { TEMPLATE_VERSION, type Content } from '../tables/tables.js';
import type { Layout } from '../tables/read-table.js';
import { ImportRunner } from './import-runner.js';
import { readFileRows } from './read-file.js';
import { spool, type SpooledFile } from './spool.js';
import { forgetUnused } from './forget-unused.js';
import { stageRows } from './stage-rows.js';

export interface HandedIn {
  readonly content: Content;
  readonly format: Format;
}

/** How long an answer waits for the work that was asked for; it goes on all the same. */
const PATIENCE_MS = 10_000;

/** Imports as they are asked for: hand in, try, execute, reverse. */
@Injectable()
export class Imports {
  constructor(
    private readonly repository: Repository,
    private readonly runner: ImportRunner,
    @Inject(READ_DATABASE) private readonly database: Database,
  ) {}

  /**
   * Takes a file, and tries it. The same file again is the same import, unless that one was reversed.
   * @throws Refusal the file as a whole cannot be read
   */
  async handIn(sent: Readable, about: HandedIn, context: CommandContext): Promise<Executed<ImportState>> {
    try {
      await using file = await spool(sent);
      const importId = await this.importOf(file.sha256, about.content);
      const fresh = await this.stage(importId, file, about, context);
      if (fresh) await this.runner.give(importId, 'try', context);
      return await this.now(importId, !fresh);
    } catch (error) {
      if (error instanceof UnreadableFile) throw new Refusal(error.rule, error.message);
      throw error;
    }
  }

  /** Once more, on the register as it is now. @throws Refusal `already-started` */
  async tryAgain(importId: string, context: CommandContext): Promise<Executed<ImportState>> {
    const { status } = await this.find(importId);
    if (!['registered', 'checked'].includes(status)) {
      throw new Refusal('already-started', 'the import has been started');
    }
    await this.runner.give(importId, 'try', context);
    return this.now(importId);
  }

  /** @throws Refusal `import-has-errors` and what else the import's rules say */
  async execute(importId: string, context: CommandContext): Promise<Executed<ImportState>> {
    const { state, events } = await this.step(importId, { type: 'StartExecution' }, context);
    // Also when it had been asked for before: a process may have died between the two.
    if (state.status === 'executing') await this.runner.give(importId, 'retry', context);
    return this.now(importId, events.length === 0);
  }

  /** @throws Refusal `not-executed` */
  async reverse(importId: string, reason: string | undefined, context: CommandContext): Promise<Executed<ImportState>> {
    await this.find(importId);
    const command = { type: 'StartReversal', ...(reason === undefined ? {} : { reason }) } as const;
    const { state, events } = await this.step(importId, command, context);
    if (state.status === 'reversing') await this.runner.give(importId, 'reverse', context);
    return this.now(importId, events.length === 0);
  }

  /** @throws NotFound */
  async find(importId: string): Promise<ImportState> {
    const { state, revision } = await this.repository.load(importAggregate, importId);
    if (revision === NO_EVENTS) throw new NotFound('import', importId);
    return state;
  }

  private step(importId: string, command: ImportCommand, context: CommandContext): Promise<Executed<ImportState>> {
    const own = { ...context, correlationId: importId };
    return this.repository.execute(importAggregate, importId, command, own, { expected: 'existing' });
  }

  private async now(importId: string, repeated = false): Promise<Executed<ImportState>> {
    await this.runner.settled(importId, PATIENCE_MS);
    return { ...(await this.repository.load(importAggregate, importId)), events: [], repeated };
  }

  private async importOf(sha256: string, content: Content): Promise<string> {
    for (let attempt = 0; ; attempt++) {
      const importId = derivedId('import', content, sha256, attempt);
      const { state } = await this.repository.load(importAggregate, importId);
      if (state.status !== 'reversed') return importId;
    }
  }

  /** @returns false when the file is there already */
  private async stage(
    importId: string,
    file: SpooledFile,
    { content, format }: HandedIn,
    context: CommandContext,
  ): Promise<boolean> {
    const staged = await inTransaction(this.database, async (tx) => {
      await tx.query(
        `insert into imports.import (import_id, content, sha256, handed_in_at) values ($1, $2, $3, $4) on conflict do nothing`,
        [importId, content, file.sha256, context.now],
      );
      const { rows: found } = await tx.query<{ staged: boolean; rows: number }>(
        'select staged, rows from imports.import where import_id = $1 for update',
        [importId],
      );
      await forgetUnused(tx, context.now);
      if (found[0]!.staged) return { fresh: false, rows: found[0]!.rows };
      for (const table of ['line', 'person', 'remark'])
        await tx.query(`delete from imports.${table} where import_id = $1`, [importId]);
      let layout: Layout | undefined;
      const rows = await stageRows(
        tx,
        importId,
        readFileRows(file, { content, format, importId }, (found) => (layout = found)),
      );
      await tx.query('update imports.import set staged = true, rows = $2, layout = $3 where import_id = $1', [
        importId,
        rows,
        JSON.stringify(Object.fromEntries(layout?.columns ?? [])),
      ]);
      return { fresh: true, rows };
    });
    const known = await this.repository.load(importAggregate, importId);
    if (known.revision !== NO_EVENTS) return staged.fresh;
    const command = {
      type: 'RegisterImport',
      ...{ importId, content, format, template: TEMPLATE_VERSION, sha256: file.sha256, rows: staged.rows },
    } as const;
    const commandId = derivedId('import-step', importId, 'RegisterImport');
    const own = { ...context, commandId, correlationId: importId };
    await this.repository.execute(importAggregate, importId, command, own);
    return true;
  }
}
