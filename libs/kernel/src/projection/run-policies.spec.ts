import { freshId } from '../identity.js';
import { MemoryEventStore } from '../store/memory-event-store.js';
import { START, type Position } from '../store/position.js';
import { DemoClock } from '../time/clock.js';
import { instant } from '../time/instant.js';
import type { CommandContext } from '../command/command-context.js';
import type { Policy } from './policy.js';
import { runPolicy, type PolicyRuntime } from './run-policies.js';

const clock = new DemoClock(instant('2026-11-23T12:00:00Z'));

async function died(store: MemoryEventStore, person: string): Promise<void> {
  const metadata = {
    schemaVersion: 1,
    recordedAt: clock.now(),
    actor: { id: 'u', role: 'registrar' },
    correlationId: freshId(),
    commandId: freshId(),
    classification: 'public' as const,
    retentionClass: 'permanent' as const,
  };
  await store.append(`person-${person}`, [{ eventId: freshId(), type: 'PersonDied', data: {}, metadata }], 'any');
}

describe('a policy', () => {
  let store: MemoryEventStore;
  let checkpoint: Position;
  let sent: { person: string; context: CommandContext }[];
  let failures: number;

  beforeEach(() => {
    store = new MemoryEventStore();
    checkpoint = START;
    sent = [];
    failures = 0;
  });

  const endsAppointments: Policy = {
    name: 'ends-appointments',
    handles: ['PersonDied'],
    react: (event) => Promise.resolve([{ key: 'seat-1', message: (context) => ({ person: event.stream, context }) }]),
  };

  function run(dispatch: PolicyRuntime['dispatch'], signal: AbortSignal): Promise<void> {
    return runPolicy(endsAppointments, {
      store,
      clock,
      signal,
      dispatch,
      checkpoints: {
        load: () => Promise.resolve(checkpoint),
        save: (_policy, position) => Promise.resolve(void (checkpoint = position)),
      },
      onFailure: () => failures++,
    });
  }

  async function until(done: () => boolean): Promise<void> {
    while (!done()) await new Promise((next) => setTimeout(next, 1));
  }

  it('sends its commands once, with ids that a replay repeats', async () => {
    await died(store, 'a');
    await died(store, 'b');
    for (const expected of [2, 4]) {
      const stop = new AbortController();
      checkpoint = START;
      const running = run((message) => Promise.resolve(sent.push(message as never)), stop.signal);
      await until(() => sent.length === expected && checkpoint === 2n);
      stop.abort();
      await running;
    }
    const ids = sent.map(({ context }) => context.commandId);
    expect(ids.slice(2)).toEqual(ids.slice(0, 2));
    expect(new Set(ids).size).toBe(2);
    expect(sent[0]!.context).toMatchObject({
      actor: { id: 'policy:ends-appointments', role: 'policy' },
      now: clock.now(),
    });
  });

  it('tries again and never skips: what is behind waits', async () => {
    await died(store, 'a');
    await died(store, 'b');
    const stop = new AbortController();
    let broken = 2;
    const running = run((message) => {
      if (broken-- > 0) return Promise.reject(new Error('database gone'));
      sent.push(message as never);
      return Promise.resolve();
    }, stop.signal);
    await until(() => checkpoint === 2n);
    stop.abort();
    await running;
    expect(failures).toBe(2);
    expect(sent.map(({ person }) => person)).toEqual(['person-a', 'person-b']);
  });
});
