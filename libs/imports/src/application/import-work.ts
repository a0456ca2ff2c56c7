import type { Database } from '@liggare/database';
import { derivedId, type Clock, type CommandContext, type EventStore, type Repository } from '@liggare/kernel';
import type { ReadModels } from '@liggare/platform';
import type { QueryBus } from '@nestjs/cqrs';
import { importAggregate, type ImportCommand } from '../domain/import.js';

/** Who asked for the work, as the envelope of its events will say; kept until it is done. */
export type Orderer = Pick<CommandContext, 'actor' | 'onBehalfOf'>;

/** How long to wait for the read models before looking whether the process is stopping. */
const PATIENCE_MS = 2_000;

/** What the steps of an import work with. */
export interface WorkParts {
  readonly database: Database;
  readonly repository: Repository;
  readonly store: EventStore;
  readonly readModels: ReadModels;
  readonly queries: QueryBus;
  readonly clock: Clock;
}

/** Work on one import. Whatever it writes carries the import's id as correlation id. */
export class ImportWork {
  constructor(
    readonly parts: WorkParts,
    readonly importId: string,
    private readonly orderer: Orderer,
    private readonly stopping: () => boolean,
  ) {}

  /** @throws Interrupted the process is stopping; the work goes on where it is when another starts */
  goOn(): void {
    if (this.stopping()) throw new Interrupted();
  }

  /** Waits until the read models know all that is in the log. @throws Interrupted */
  async untilReadable(): Promise<void> {
    const head = await this.parts.store.head();
    while (!(await this.parts.readModels.waitFor(head, PATIENCE_MS))) this.goOn();
  }

  context(commandId: string): CommandContext {
    return { ...this.orderer, commandId, correlationId: this.importId, now: this.parts.clock.now() };
  }

  /** A step of the import itself. @param key tells steps of the same kind apart */
  async record(command: ImportCommand, key = ''): Promise<void> {
    const commandId = derivedId('import-step', this.importId, command.type, key);
    await this.parts.repository.execute(importAggregate, this.importId, command, this.context(commandId));
  }
}

export class Interrupted extends Error {
  constructor() {
    super('the process is stopping');
    this.name = 'Interrupted';
  }
}
