import { Repository, type Aggregate, type CommandContext, type EventStore } from '@liggare/kernel';
import { projectionCatalogue, type ProjectionEvent } from './projection-events.js';

/** Category of the streams in which it stands what was done to read models. */
export const PROJECTION_CATEGORY = 'projection';

/** Whatever is done to a read model has been decided by whoever did it: the stream only keeps it. */
const journal: Aggregate<undefined, ProjectionEvent, ProjectionEvent> = {
  category: PROJECTION_CATEGORY,
  catalogue: projectionCatalogue,
  initialState: undefined,
  decide: (_state, event) => [event],
  evolve: (state) => state,
};

/** Keeps what is done to read models as events: who, when, why. */
export class ProjectionJournal {
  private readonly repository: Repository;

  constructor(store: EventStore) {
    this.repository = new Repository(store);
  }

  /** Called inside the transaction that does it, last: nothing is done without being recorded. */
  async record(projection: string, event: ProjectionEvent, context: CommandContext): Promise<void> {
    await this.repository.execute(journal, projection, event, context);
  }
}
