import type { DomainEvent } from '../events/domain-event.js';
import { derivedId } from '../identity.js';
import { NO_EVENTS } from '../store/event-store.js';
import { civilDateAt } from '../time/instant.js';
import { BatchRefused, type BatchCommand, type BatchExecuted } from './batch.js';
import type { CommandContext } from './command-context.js';
import type { Aggregate, DecideContext } from './decider.js';
import { NotFound, Refusal, StaleRevision } from './refusal.js';
import type { ExecuteOptions, Loaded } from './repository.js';

/** What one command of an append has decided. */
export interface Decided<E> {
  readonly events: readonly E[];
  readonly context: CommandContext;
}

interface Before {
  readonly state: unknown;
  readonly revision: bigint;
  /** The commands that have been carried out, by id. */
  readonly commands: ReadonlyMap<string, { readonly events: readonly unknown[] }>;
}

/** Decides commands one after the other, each on what those before it made. @throws BatchRefused */
export function decideAll<S, C, E extends DomainEvent>(
  aggregate: Aggregate<S, C, E>,
  id: string,
  current: Before,
  commands: readonly BatchCommand<C>[],
): readonly Decided<E>[] {
  const decided: Decided<E>[] = [];
  let state = current.state as S;
  let revision = current.revision;
  for (const [index, { command, context, expected }] of commands.entries()) {
    if (current.commands.has(context.commandId)) continue;
    try {
      checkExpectation(aggregate.category, id, revision, expected);
      const events = aggregate.decide(state, command, decideContext(context));
      state = events.reduce((before, event) => aggregate.evolve(before, event), state);
      revision += BigInt(events.length);
      if (events.length > 0) decided.push({ events, context });
    } catch (error) {
      throw isVerdict(error) ? new BatchRefused(index, error as Error) : error;
    }
  }
  return decided;
}

/** Verdicts come from state and must be checked against fresh state; anything else is a fault. */
export function isVerdict(error: unknown): boolean {
  return error instanceof Refusal || error instanceof NotFound || error instanceof StaleRevision;
}

export function checkExpectation(kind: string, id: string, actual: bigint, expected: ExecuteOptions['expected']): void {
  if (expected === 'new' && actual !== NO_EVENTS) throw new Refusal('already-exists', `${kind} ${id} already exists`);
  if (expected === undefined || expected === 'new') return;
  if (actual === NO_EVENTS) throw new NotFound(kind, id);
  if (expected !== 'existing' && expected !== actual) throw new StaleRevision(expected, actual);
}

export function decideContext(context: CommandContext): DecideContext {
  return { today: civilDateAt(context.now), id: (n) => derivedId('id', context.commandId, n) };
}

/** What the commands have come to, once they are all carried out. */
export function batchExecuted<S>(
  { state, revision, position, commands: known }: Loaded<unknown> & Before,
  commands: readonly BatchCommand<unknown>[],
): BatchExecuted<S> {
  const events = commands.map(({ context }) => known.get(context.commandId)?.events.length ?? 0);
  return { state: state as S, revision, position, events: events.reduce((sum, one) => sum + one, 0) };
}
