import { DemoClock, instant, runPolicy, START, type EventStore, type Policy, type Repository } from '@liggare/kernel';
import { groupAggregate } from '../domain/group.js';
import type { ChangeGroup } from '../application/messages.js';

/** Runs the policy from the beginning of the log to its end, as after the loss of its checkpoint. */
export async function replayPolicy(policy: Policy, store: EventStore, repository: Repository): Promise<void> {
  const stop = new AbortController();
  const head = await store.head();
  await runPolicy(policy, {
    store,
    checkpoints: {
      load: () => Promise.resolve(START),
      save: (_policy, at) => {
        if (at >= head) stop.abort();
        return Promise.resolve();
      },
    },
    clock: new DemoClock(instant('2024-06-01T09:00:00Z')),
    dispatch: (message) => {
      const { id, change, context, options } = message as ChangeGroup;
      return repository.execute(groupAggregate, id, change, context, options);
    },
    onFailure: (_policy, _event, error) => {
      stop.abort();
      throw error;
    },
    signal: stop.signal,
  });
}
