import type { DomainEvent } from '../events/domain-event.js';
import { checkMetadata, type EventMetadata } from '../events/envelope.js';
import { derivedId } from '../identity.js';
import {
  NO_EVENTS,
  WrongExpectedRevision,
  type EventStore,
  type NewEvent,
  type RecordedEvent,
} from '../store/event-store.js';
import { START, type Position } from '../store/position.js';
import { civilDateAt } from '../time/instant.js';
import { withoutUndefined } from '../without-undefined.js';
import type { CommandContext } from './command-context.js';
import { streamName, type Aggregate, type DecideContext } from './decider.js';
import { NotFound, Refusal, StaleRevision } from './refusal.js';
import { noPersonalData, type Sealer } from './sealer.js';

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
  /** How often to decide again when another writer was faster: a whole queue of another process may go first. */
  readonly attempts?: number;
}

interface Cached extends Loaded<unknown> {
  /** Where each command's events end, so that a command sent again is recognised wherever the stream is by now. */
  readonly commands: ReadonlyMap<string, { revision: bigint; position: Position; events: readonly DomainEvent[] }>;
}

/**
 * Loads aggregates and carries out commands: read, decide, append with the expected revision.
 *
 * State is cached between commands. That is safe: a stale state either leads to an append that the store refuses
 * (then the stream is read on and the command decided again) or to a refusal, which is only believed after the
 * stream has been read to its end.
 */
export class Repository {
  private readonly cache = new Map<string, Cached>();
  private readonly queues = new Map<string, Promise<unknown>>();
  private readonly sealer: Sealer;
  private readonly cacheSize: number;
  private readonly attempts: number;

  constructor(
    private readonly store: EventStore,
    options: RepositoryOptions = {},
  ) {
    this.sealer = options.sealer ?? noPersonalData;
    this.cacheSize = options.cacheSize ?? 2_000;
    this.attempts = options.attempts ?? 100;
  }

  /** The aggregate as the log has it now, or as it was at `upTo`. Revision -1 when it does not exist (yet). */
  async load<S, C, E extends DomainEvent>(
    aggregate: Aggregate<S, C, E>,
    id: string,
    upTo?: Position,
  ): Promise<Loaded<S>> {
    const name = streamName(aggregate.category, id);
    if (upTo === undefined) return (await this.readOn(aggregate, name, this.cached(name, aggregate))) as Loaded<S>;
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
    const turn = (this.queues.get(name) ?? Promise.resolve()).then(() =>
      this.executeNow(aggregate, id, command, context, options),
    );
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
    let current = this.cached(name, aggregate);
    let fresh = false;
    for (let attempt = 1; ;) {
      const before = current.commands.get(context.commandId);
      if (before) return { ...(current as Loaded<S>), ...before, repeated: true };
      try {
        checkExpectation(aggregate.category, id, current.revision, options.expected);
        const events = aggregate.decide(current.state as S, command, decideContext(context));
        if (events.length === 0 && fresh) return { ...(current as Loaded<S>), events, repeated: false };
        if (events.length > 0) {
          return await this.append(aggregate, name, current, events, context);
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

  private async append<S, C, E extends DomainEvent>(
    aggregate: Aggregate<S, C, E>,
    name: string,
    current: Cached,
    events: readonly E[],
    context: CommandContext,
  ): Promise<Executed<S>> {
    const appended: NewEvent[] = [];
    for (const [index, event] of events.entries()) {
      const eventId = derivedId('event', name, context.commandId, index);
      const sealed = await this.sealer.seal(eventId, event);
      const metadata = metadataOf(aggregate, sealed.event, context, sealed.sealed);
      checkMetadata(metadata);
      appended.push({ eventId, type: event.type, data: sealed.event.data, metadata });
    }
    const expected = current.revision === NO_EVENTS ? 'no-stream' : current.revision;
    const { revision, position, repeated } = await this.store.append(name, appended, expected);
    if (repeated) {
      // These events are in the log already, by this command. What was made now is not what is stored: commitments
      // are salted anew each time. So the answer is read from the log.
      const read = await this.readOn(aggregate, name, current);
      return { ...(read as Loaded<S>), ...read.commands.get(context.commandId)!, repeated };
    }
    const stored = appended.map(({ type, data }) => ({ type, data }) as E);
    const state = stored.reduce((state, event) => aggregate.evolve(state, event), current.state as S);
    const commands = new Map(current.commands).set(context.commandId, { revision, position, events: stored });
    this.remember(name, { state, revision, position, commands });
    return { state, revision, position, events: stored, repeated };
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
    if (revision !== NO_EVENTS) this.remember(name, read);
    return read;
  }

  private cached(name: string, aggregate: { readonly initialState: unknown }): Cached {
    const found = this.cache.get(name);
    return found ?? { state: aggregate.initialState, revision: NO_EVENTS, position: START, commands: new Map() };
  }

  private remember(name: string, entry: Cached): void {
    const known = this.cache.get(name);
    if (known && known.revision > entry.revision) return;
    this.cache.delete(name);
    this.cache.set(name, entry);
    if (this.cache.size > this.cacheSize) this.cache.delete(this.cache.keys().next().value!);
  }
}

/** Verdicts come from state and must be checked against fresh state; anything else is a fault. */
function isVerdict(error: unknown): boolean {
  return error instanceof Refusal || error instanceof NotFound || error instanceof StaleRevision;
}

function checkExpectation(kind: string, id: string, actual: bigint, expected: ExecuteOptions['expected']): void {
  if (expected === 'new' && actual !== NO_EVENTS) throw new Refusal('already-exists', `${kind} ${id} already exists`);
  if (expected === undefined || expected === 'new') return;
  if (actual === NO_EVENTS) throw new NotFound(kind, id);
  if (expected !== 'existing' && expected !== actual) throw new StaleRevision(expected, actual);
}

function decideContext(context: CommandContext): DecideContext {
  return { today: civilDateAt(context.now), id: (n) => derivedId('id', context.commandId, n) };
}

function metadataOf(
  aggregate: { readonly catalogue: Aggregate<unknown, unknown, DomainEvent>['catalogue'] },
  event: DomainEvent,
  context: CommandContext,
  sealed: EventMetadata['sealed'],
): EventMetadata {
  const definition = aggregate.catalogue.check(event);
  const valid = aggregate.catalogue.validTime(event);
  return withoutUndefined({
    schemaVersion: definition.version,
    recordedAt: context.now,
    actor: context.actor,
    onBehalfOf: context.onBehalfOf,
    correlationId: context.correlationId,
    causationId: context.causationId,
    commandId: context.commandId,
    validFrom: valid.from,
    validTo: valid.to,
    source: context.source,
    classification: definition.classification,
    retentionClass: definition.retentionClass,
    sealed,
  });
}

function upcast<E extends DomainEvent>(
  aggregate: { readonly catalogue: Aggregate<unknown, unknown, E>['catalogue'] },
  recorded: RecordedEvent,
): E {
  return aggregate.catalogue.upcast(recorded.type, recorded.metadata.schemaVersion, recorded.data) as E;
}
