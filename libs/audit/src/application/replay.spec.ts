import { commandContext, derivedId, instant, MemoryEventStore, Refusal, type RecordedEvent } from '@liggare/kernel';
import { groupAggregate } from '@liggare/groups';
import { partialDate, Repository } from '@liggare/kernel';
import { registered } from '../testing/registered.js';
import { publishIfDue } from './keep-publishing.js';
import { replay, ReplayBroken } from './replay.js';
import { publishDigest, publishedDigests, replayAndCompare } from './state-digests.js';

/** A log in which somebody has edited events behind the register's back. */
class TamperedStore extends MemoryEventStore {
  constructor(
    private readonly original: MemoryEventStore,
    private readonly edit: (event: RecordedEvent) => RecordedEvent | undefined,
  ) {
    super();
  }

  override async *readStream(...args: Parameters<MemoryEventStore['readStream']>) {
    for await (const event of this.original.readStream(...args)) {
      const edited = this.edit(event);
      if (edited) yield edited;
    }
  }

  override async *readAll(...args: Parameters<MemoryEventStore['readAll']>) {
    for await (const event of this.original.readAll(...args)) {
      const edited = this.edit(event);
      if (edited) yield edited;
    }
  }
}

describe('replaying the log', () => {
  it('gives the same digest every time, and another for another size', async () => {
    const { store } = await registered();
    const whole = await replay(store);
    expect(whole).toMatchObject({ size: 9, streams: 3, unfolded: 0, position: 9n });
    expect(await replay(store)).toEqual(whole);
    const digests = new Set<string>();
    for (let size = 0; size <= 9; size++) digests.add((await replay(store, { size })).digest);
    expect(digests.size).toBe(10);
    expect(await replay(store, { size: 100 })).toEqual(whole);
    expect(await replay(store, { upTo: await store.head() })).toEqual(whole);
  });

  it('agrees with what was published for the size, also when the log has grown', async () => {
    const { store, repository } = await registered();
    const { replayed } = await publishDigest(store, repository, commandContext());
    expect(replayed.size).toBe(9);
    expect(await replayAndCompare(store, repository, { size: 9 })).toMatchObject({
      digest: replayed.digest,
      published: replayed.digest,
      agrees: true,
    });
    expect(await replayAndCompare(store, repository, {})).not.toHaveProperty('agrees');
    expect(await publishedDigests(store)).toMatchObject([{ size: 9, digest: replayed.digest, streams: 3 }]);
  });

  it('an edited event gives another digest than the published one, and cannot be published over it', async () => {
    const { store, repository, appointmentId } = await registered();
    await publishDigest(store, repository, commandContext());
    const tampered = new TamperedStore(store, (event) => {
      const data = event.data as { appointmentId?: string; seat?: number };
      return data.appointmentId === appointmentId && data.seat === 1 ? { ...event, data: { ...data, seat: 2 } } : event;
    });
    expect(await replayAndCompare(tampered, repository, { size: 9 })).toMatchObject({ agrees: false });
    await expect(publishDigest(tampered, repository, commandContext(), { size: 9 })).rejects.toBeInstanceOf(Refusal);
  });

  it('notices an event that is gone from the middle of its stream', async () => {
    const { store } = await registered();
    const without = new TamperedStore(store, (event) => (event.position === 5n ? undefined : event));
    await expect(replay(without)).rejects.toBeInstanceOf(ReplayBroken);
  });

  it('reports progress up to the end', async () => {
    const { store } = await registered();
    const seen: [number, number][] = [];
    await replay(store, { onProgress: (...at) => seen.push(at) });
    expect(seen.at(-1)).toEqual([18, 18]);
  });
});

describe('publishing by itself', () => {
  it('publishes once a day, and only while the log grows', async () => {
    const { store } = await registered();
    const repository = new Repository(store);
    const on = (day: string) => ({ kind: 'demo' as const, now: () => instant(`${day}T03:00:00Z`) });
    const due = (day: string) => publishIfDue({ store, repository, clock: on(day) });
    expect([await due('2026-01-01'), await due('2026-01-01'), await due('2026-01-03')]).toEqual([true, false, false]);
    const group = derivedId('group', 2);
    const establish = { type: 'EstablishGroup', name: 'Två', legalForm: 'unknown', from: partialDate('2026') } as const;
    await repository.execute(groupAggregate, group, establish, commandContext());
    expect([await due('2026-01-01'), await due('2026-01-02'), await due('2026-01-02')]).toEqual([false, true, false]);
    expect((await publishedDigests(store)).map(({ size }) => size)).toEqual([9, 11]);
  });
});
