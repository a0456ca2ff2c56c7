import type { Transaction } from '@liggare/database';
import type { EventStore, Past, Projection, RecordedEvent } from '@liggare/kernel';

/**
 * What a copy was given before, read from the log. A copy is given no event of a stream while it holds an earlier one
 * back, so everything before an event it is given was applied, or skipped.
 */
export class AppliedPast implements Past {
  private readonly types: ReadonlySet<string>;
  private skipped: Promise<ReadonlySet<string>> | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly tx: Transaction,
    private readonly schema: string,
    projection: Pick<Projection<Transaction>, 'handles'>,
  ) {
    this.types = new Set(projection.handles);
  }

  async *before(stream: string, revision: bigint): AsyncIterable<RecordedEvent> {
    if (revision === 0n) return;
    const skipped = await (this.skipped ??= this.loadSkipped());
    for await (const event of this.store.readStream(stream, { limit: Number(revision) })) {
      if (this.types.has(event.type) && !skipped.has(event.eventId)) yield event;
    }
  }

  private async loadSkipped(): Promise<ReadonlySet<string>> {
    const { rows } = await this.tx.query<{ event_id: string }>(
      'select event_id from projections.skipped_event where schema_name = $1',
      [this.schema],
    );
    return new Set(rows.map((row) => row.event_id));
  }
}
