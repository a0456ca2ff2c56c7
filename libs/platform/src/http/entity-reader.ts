import { NO_EVENTS, NotFound, Repository, type Aggregate, type CivilDate, type DomainEvent } from '@liggare/kernel';
import { Injectable } from '@nestjs/common';
import { AsOfResolver, type AsOfQuery, type AsOfView } from './as-of.js';
import { tagRevision, type HeaderWriter } from './entity-tag.js';

/** Which aggregate is shown, and how it looks on a day. */
export interface Presented<State, Command, Event extends DomainEvent, View extends object> {
  readonly aggregate: Aggregate<State, Command, Event>;
  readonly present: (state: State, validAt: CivilDate) => View;
}

/** Shows one aggregate by its id, from the log, as of a day and as known then. */
@Injectable()
export class EntityReader {
  constructor(
    private readonly repository: Repository,
    private readonly asOf: AsOfResolver,
  ) {}

  /**
   * The answer to a GET by id, its revision in the `ETag`.
   * @throws NotFound when nothing of it was known then; Problem 422 for a day or moment that does not exist
   */
  async read<State, Command, Event extends DomainEvent, View extends object>(
    { aggregate, present }: Presented<State, Command, Event, View>,
    id: string,
    query: Pick<AsOfQuery, 'validAt' | 'knownAt'>,
    reply: HeaderWriter,
  ): Promise<View & { readonly asOf: AsOfView }> {
    const { validAt, knownAt, echo } = await this.asOf.resolve(query);
    const { state, revision } = await this.repository.load(aggregate, id, knownAt);
    if (revision === NO_EVENTS) throw new NotFound(aggregate.category, id);
    tagRevision(reply, revision);
    return { ...present(state, validAt), asOf: echo };
  }
}
