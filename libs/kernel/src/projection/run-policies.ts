import { derivedId } from '../identity.js';
import { isCaughtUp, type EventStore, type RecordedEvent } from '../store/event-store.js';
import type { Position } from '../store/position.js';
import type { Clock } from '../time/clock.js';
import type { CommandContext } from '../command/command-context.js';
import type { Policy } from './policy.js';

/** Where each policy's place in the log is kept. */
export interface PolicyCheckpoints {
  load(policy: string): Promise<Position>;
  save(policy: string, position: Position): Promise<void>;
}

export interface PolicyRuntime {
  readonly store: EventStore;
  readonly checkpoints: PolicyCheckpoints;
  readonly clock: Clock;
  /** Carries a message out. The receiver is idempotent in the context's command id. */
  dispatch(message: object): Promise<unknown>;
  /** A reaction failed and will be tried again: `attempt` counts from 1. Never called with an event's data. */
  onFailure(policy: string, event: RecordedEvent, error: unknown, attempt: number): void;
  readonly signal: AbortSignal;
}

/**
 * Runs one policy for as long as the signal is not aborted. A reaction that fails is tried again, ever more slowly,
 * and everything behind it waits: a consequence is never skipped silently. Crash between command and checkpoint:
 * the reaction runs again and its commands are recognised by their ids.
 */
export async function runPolicy(policy: Policy, runtime: PolicyRuntime): Promise<void> {
  const after = await runtime.checkpoints.load(policy.name);
  const filter = { types: policy.handles };
  for await (const message of runtime.store.subscribe({ after, filter, signal: runtime.signal })) {
    if (!isCaughtUp(message)) await reactUntilDone(policy, message, runtime);
    if (runtime.signal.aborted) return;
    await runtime.checkpoints.save(policy.name, message.position);
  }
}

async function reactUntilDone(policy: Policy, event: RecordedEvent, runtime: PolicyRuntime): Promise<void> {
  for (let attempt = 1; !runtime.signal.aborted; attempt++) {
    try {
      for (const command of await policy.react(event)) {
        const context = contextOf(policy, event, command.key, runtime.clock);
        await runtime.dispatch(command.message(context));
      }
      return;
    } catch (error) {
      runtime.onFailure(policy.name, event, error, attempt);
      await pause(Math.min(30_000, 100 * 2 ** Math.min(attempt, 10)), runtime.signal);
    }
  }
}

function contextOf(policy: Policy, event: RecordedEvent, key: string, clock: Clock): CommandContext {
  return {
    commandId: derivedId('policy', policy.name, event.eventId, key),
    actor: { id: `policy:${policy.name}`, role: 'policy' },
    correlationId: event.metadata.correlationId,
    causationId: event.eventId,
    now: clock.now(),
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
