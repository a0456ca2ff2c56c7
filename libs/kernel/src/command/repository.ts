import type { DomainEvent } from '../events/domain-event.js';
import { checkMetadata } from '../events/envelope.js';
import { derivedId } from '../identity.js';
import {
  NO_EVENTS,
  EventIdConflict,
  WrongExpectedRevision,
  type EventStore,
  type NewEvent,
} from '../store/event-store.js';
import { START, type Position } from '../store/position.js';
import { BatchRefused, type BatchCommand, type BatchExecuted } from './batch.js';
import { AggregateCache, type Cached } from './aggregate-cache.js';
import { batchExecuted, checkExpectation, decideAll, decideContext, isVerdict, type Decided } from './decide-all.js';
import type { CommandContext } from './command-context.js';
import { streamName, type Aggregate } from './decider.js';
import { noPersonalData, type Sealer } from './sealer.js';
import { metadataOf, upcast } from './stored-form.js';

/** An aggregate's state and where in its stream, and in the log, that state is. */
export interface Loaded<State> {
  readonly state: State;
  readonly revision: bigint;
  readonly position: Position;
}

export interface Executed<State> extends Loaded<State> {
  readonly events: readonly DomainEvent[];
  /** The command had been carried out before; this is the first answer again. */
  readonly repeated: boolean;
}

export interface ExecuteOptions {
  /** `new`: the aggregate must not exist; `existing`: it must; a number: exactly this revision (If-Match). */
  readonly expected?: 'new' | 'existing' | bigint;
}

export interface RepositoryOptions {
  readonly sealer?: Sealer;
  /** How many aggregates to keep in memory. */
  readonly cacheSize?: number;
  /** How many commands to remember of all of them together: a few long streams weigh as much as many short ones. */
  readonly cachedCommands?: number;
  /** How often to decide again when another writer was faster: a whole queue of another process may go first. */
  readonly attempts?: number;
}

/**
 * Loads aggregates and carries out commands: read, decide, append with the expected revision.
 *
 * State is cached between commands. That is safe: a stale state either leads to an append that the store refuses
 * (then the stream is read on and the command decided again) or to a refusal, which is only believed after the
 * stream has been read to its end.
 */
export class Repository {
  private readonly cache: AggregateCache;
  private readonly queues = new Map<string, Promise<unknown>>();
  private readonly sealer: Sealer;
  private readonly attempts: number;

  constructor(
    private readonly store: EventStore,
    options: RepositoryOptions = {},
  ) {
    this.sealer = options.sealer ?? noPersonalData;
    this.cache = new AggregateCache(options.cacheSize ?? 2_000, options.cachedCommands ?? 20_000);
    this.attempts = options.attempts ?? 100;
  }

  /** The aggregate as the log has it now, or as it was at `upTo`. Revision -1 when it does not exist (yet). */
  async load<S, C, E extends DomainEvent>(
    aggregate: Aggregate<S, C, E>,
    id: string,
    upTo?: Position,
  ): Promise<Loaded<S>> {
    const name = streamName(aggregate.category, id);
    if (upTo === undefined)
      return (await this.readOn(aggregate, name, this.cache.get(name, aggregate.initialState))) as Loaded<S>;
    let loaded: Loaded<S> = { state: aggregate.initialState, revision: NO_EVENTS, position: START };
    for await (const recorded of this.store.readStream(name)) {
      if (recorded.position > upTo) break;
      loaded = {
        state: aggregate.evolve(loaded.state, upcast<E>(aggregate, recorded)),
        revision: recorded.revision,
        position: recorded.position,
      };
    }
    return loaded;
  }

  /**
   * Commands to one stream are carried out one after the other within this process; other processes are met by the
   * expected revision.
   * @throws Refusal the domain does not allow it
   * @throws NotFound `existing` was asked for and there is nothing
   * @throws StaleRevision the caller's revision no longer holds
   */
  execute<S, C, E extends DomainEvent>(
    aggregate: Aggregate<S, C, E>,
    id: string,
    command: C,
    context: CommandContext,
    options: ExecuteOptions = {},
  ): Promise<Executed<S>> {
    const name = streamName(aggregate.category, id);
    return this.inTurn(name, () => this.executeNow(aggregate, id, command, context, options));
  }

  /**
   * Commands to one stream, decided one after the other, each on what those before it made, and appended as one: all
   * are in the log, or none. Those that had been carried out before are passed over.
   * @throws BatchRefused one of them is refused
   */
  executeAll<S, C, E extends DomainEvent>(
    aggregate: Aggregate<S, C, E>,
    id: string,
    commands: readonly BatchCommand<C>[],
  ): Promise<BatchExecuted<S>> {
    const name = streamName(aggregate.category, id);
    return this.inTurn(name, () => this.executeAllNow(aggregate, id, commands));
  }

  private inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.queues.get(name) ?? Promise.resolve()).then(work);
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    this.queues.set(name, settled);
    void settled.then(() => this.queues.get(name) === settled && this.queues.delete(name));
    return turn;
  }

  private async executeNow<S, C, E extends DomainEvent>(
    aggregate: Aggregate<S, C, E>,
    id: string,
    command: C,
    context: CommandContext,
    options: ExecuteOptions,
  ): Promise<Executed<S>> {
    const name = streamName(aggregate.category, id);
    let current = this.cache.get(name, aggregate.initialState);
    let fresh = false;
    for (let attempt = 1; ;) {
      const before = current.commands.get(context.commandId);
      if (before) return { ...(current as Loaded<S>), ...before, repeated: true };
      try {
        checkExpectation(aggregate.category, id, current.revision, options.expected);
        const events = aggregate.decide(current.state as S, command, decideContext(context));
        if (events.length === 0 && fresh) return { ...(current as Loaded<S>), events, repeated: false };
        if (events.length > 0) {
          const appended = await this.append(aggregate, name, current, [{ events, context }]);
          const { repeated, commands, ...loaded } = appended;
          return { ...(loaded as Loaded<S>), ...commands.get(context.commandId)!, repeated };
        }
      } catch (error) {
        const beaten = error instanceof WrongExpectedRevision;
        if (beaten ? attempt++ >= this.attempts : fresh || !isVerdict(error)) throw error;
      }
      // The verdict rests on cached state, or another writer was faster: read to the end and decide again.
      current = await this.readOn(aggregate, name, current);
      fresh = true;
    }
  }

  private async executeAllNow<S, C, E extends DomainEvent>(
    aggregate: Aggregate<S, C, E>,
    id: string,
    commands: readonly BatchCommand<C>[],
  ): Promise<BatchExecuted<S>> {
    const name = streamName(aggregate.category, id);
    let current = this.cache.get(name, aggregate.initialState);
    let fresh = false;
    for (let attempt = 1; ;) {
      try {
        const decided = decideAll(aggregate, id, current, commands);
        if (decided.length > 0) {
          return batchExecuted(await this.append(aggregate, name, current, decided), commands);
        }
        if (fresh) return batchExecuted(current, commands);
      } catch (error) {
        const beaten = error instanceof WrongExpectedRevision;
        // Some of the commands may have been carried out by another process, which the cached state does not know.
        const mayBeStale = error instanceof BatchRefused || error instanceof EventIdConflict;
        if (beaten ? attempt++ >= this.attempts : fresh || !mayBeStale) throw error;
      }
      current = await this.readOn(aggregate, name, current);
      fresh = true;
    }
  }

  private async append<S, C, E extends DomainEvent>(
    aggregate: Aggregate<S, C, E>,
    name: string,
    current: Cached,
    decided: readonly Decided<E>[],
  ): Promise<Cached & { readonly repeated: boolean }> {
    const appended: NewEvent[] = [];
    for (const { events, context } of decided) {
      for (const [index, event] of events.entries()) {
        const eventId = derivedId('event', name, context.commandId, index);
        const sealed = await this.sealer.seal(eventId, event);
        const metadata = metadataOf(aggregate, sealed.event, context, sealed.sealed);
        checkMetadata(metadata);
        appended.push({ eventId, type: event.type, data: sealed.event.data, metadata });
      }
    }
    const expected = current.revision === NO_EVENTS ? 'no-stream' : current.revision;
    const { revision, position, repeated } = await this.store.append(name, appended, expected);
    if (repeated) {
      // These events are in the log already, by this command. What was made now is not what is stored: commitments
      // are salted anew each time. So the answer is read from the log.
      return { ...(await this.readOn(aggregate, name, current)), repeated };
    }
    const stored = appended.map(({ type, data }) => ({ type, data }) as E);
    const state = stored.reduce((state, event) => aggregate.evolve(state, event), current.state as S);
    const commands = new Map(current.commands);
    let taken = 0;
    for (const { events, context } of decided) {
      const own = stored.slice(taken, (taken += events.length));
      // Where in the log an earlier command of the same append ends, the store does not say; the end of all is past it.
      commands.set(context.commandId, { revision: current.revision + BigInt(taken), position, events: own });
    }
    const entry = { state, revision, position, commands };
    this.cache.remember(name, entry);
    return { ...entry, repeated };
  }

  private async readOn<S, C, E extends DomainEvent>(
    aggregate: Aggregate<S, C, E>,
    name: string,
    from: Cached,
  ): Promise<Cached> {
    let { revision, position } = from;
    let state = from.state as S;
    const commands = new Map(from.commands);
    for await (const recorded of this.store.readStream(name, { from: revision + 1n })) {
      const event = upcast<E>(aggregate, recorded);
      state = aggregate.evolve(state, event);
      ({ revision, position } = recorded);
      const { commandId } = recorded.metadata;
      const earlier = commands.get(commandId)?.events ?? [];
      commands.set(commandId, { revision, position, events: [...earlier, event] });
    }
    const read = { state, revision, position, commands };
    if (revision !== NO_EVENTS) this.cache.remember(name, read);
    return read;
  }
}
