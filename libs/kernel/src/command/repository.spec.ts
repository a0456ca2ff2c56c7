import { Type } from '@sinclair/typebox';
import { EventCatalogue } from '../events/event-catalogue.js';
import { defineEvent, type EventOf } from '../events/event-definition.js';
import { derivedId } from '../identity.js';
import { personal } from '../personal.js';
import { MemoryEventStore } from '../store/memory-event-store.js';
import { START } from '../store/position.js';
import { commandContext } from '../testing/command-context.js';
import type { Aggregate } from './decider.js';
import { BatchRefused } from './batch.js';
import { NotFound, Refusal, StaleRevision } from './refusal.js';
import { Repository } from './repository.js';
import type { Sealer } from './sealer.js';

const Added = defineEvent('Added', { sv: 'Tillagt', en: 'Added', data: Type.Object({ n: Type.Integer() }) });
type Added = EventOf<typeof Added>;

/** A sum that may not pass 100. */
const sum: Aggregate<number, { add: number }, Added> = {
  category: 'sum',
  catalogue: new EventCatalogue([Added]),
  initialState: 0,
  decide(state, { add }) {
    if (state + add > 100) throw new Refusal('too-much', 'the sum may not pass 100', '/add');
    return add === 0 ? [] : [{ type: 'Added', data: { n: add } }];
  },
  evolve: (state, event) => state + event.data.n,
};

describe('the repository', () => {
  let store: MemoryEventStore;
  let repository: Repository;

  beforeEach(() => {
    store = new MemoryEventStore();
    repository = new Repository(store);
  });

  it('reads, decides and appends, and says where it ended', async () => {
    const first = await repository.execute(sum, 'a', { add: 3 }, commandContext(), { expected: 'new' });
    expect(first).toMatchObject({ state: 3, revision: 0n, repeated: false });
    const second = await repository.execute(sum, 'a', { add: 4 }, commandContext(), { expected: 0n });
    expect(second).toMatchObject({ state: 7, revision: 1n, position: 2n });
    expect(await new Repository(store).load(sum, 'a')).toMatchObject({ state: 7, revision: 1n });
  });

  it('writes nothing when there is nothing to do', async () => {
    await repository.execute(sum, 'a', { add: 3 }, commandContext());
    const idle = await repository.execute(sum, 'a', { add: 0 }, commandContext());
    expect(idle).toMatchObject({ state: 3, revision: 0n, events: [] });
    expect(await store.head()).toBe(1n);
  });

  it('gives the first answer to a command sent again, also after others and from another process', async () => {
    const command = commandContext();
    const first = await repository.execute(sum, 'a', { add: 60 }, command);
    await repository.execute(sum, 'a', { add: 30 }, commandContext());
    for (const any of [repository, new Repository(store)]) {
      const again = await any.execute(sum, 'a', { add: 60 }, command);
      expect(again).toMatchObject({ revision: first.revision, position: first.position, repeated: true });
      expect(again.events).toEqual(first.events);
    }
    expect(await store.head()).toBe(2n);
  });

  it('never believes its cache: another process was faster', async () => {
    const other = new Repository(store);
    await repository.execute(sum, 'a', { add: 50 }, commandContext());
    await other.execute(sum, 'a', { add: 40 }, commandContext());
    // The cache says 50, so 20 looks allowed; the append fails, and the second look refuses.
    await expect(repository.execute(sum, 'a', { add: 20 }, commandContext())).rejects.toThrow(Refusal);
    expect(await repository.execute(sum, 'a', { add: 10 }, commandContext())).toMatchObject({ state: 100 });
  });
  it('remembers no more commands than it is told to, and is right all the same', async () => {
    const store = new MemoryEventStore();
    const small = new Repository(store, { cachedCommands: 10 });
    const commands = Array.from({ length: 60 }, () => commandContext());
    for (const [n, context] of commands.entries()) await small.execute(sum, `s${n % 3}`, { add: 1 }, context);
    const again = await small.execute(sum, 's0', { add: 1 }, commands[0]!);
    expect(again).toMatchObject({ revision: 0n, repeated: true });
    expect(await small.load(sum, 's2')).toMatchObject({ state: 20, revision: 19n });
    expect(await store.head()).toBe(60n);
  });

  it('does not refuse on the word of a stale cache', async () => {
    const other = new Repository(store);
    await repository.execute(sum, 'a', { add: 100 }, commandContext());
    await other.execute(sum, 'a', { add: -50 }, commandContext());
    expect(await repository.execute(sum, 'a', { add: 20 }, commandContext())).toMatchObject({ state: 70 });
  });

  it('carries out every one of many commands at once', async () => {
    const others = [repository, new Repository(store), new Repository(store)];
    await Promise.all(
      Array.from({ length: 90 }, (_, i) => others[i % 3]!.execute(sum, 'a', { add: 1 }, commandContext())),
    );
    expect(await new Repository(store).load(sum, 'a')).toMatchObject({ state: 90, revision: 89n });
  });

  it('holds the caller to the revision it saw', async () => {
    await repository.execute(sum, 'a', { add: 1 }, commandContext());
    await repository.execute(sum, 'a', { add: 1 }, commandContext());
    await expect(repository.execute(sum, 'a', { add: 1 }, commandContext(), { expected: 0n })).rejects.toThrow(
      StaleRevision,
    );
    await expect(repository.execute(sum, 'a', { add: 1 }, commandContext(), { expected: 'new' })).rejects.toThrow(
      expect.objectContaining({ rule: 'already-exists' }),
    );
    await expect(repository.execute(sum, 'b', { add: 1 }, commandContext(), { expected: 'existing' })).rejects.toThrow(
      NotFound,
    );
    expect(await store.head()).toBe(2n);
  });

  it('shows the aggregate as it was at a position, edge case 64', async () => {
    const first = await repository.execute(sum, 'a', { add: 1 }, commandContext());
    await repository.execute(sum, 'a', { add: 1 }, commandContext());
    expect(await repository.load(sum, 'a', first.position)).toMatchObject({ state: 1, revision: 0n });
    expect(await repository.load(sum, 'a', START)).toMatchObject({ state: 0, revision: -1n });
  });

  it('lets no personal data through without a sealer', async () => {
    const named: Aggregate<number, object, { type: string; data: unknown }> = {
      ...(sum as unknown as Aggregate<number, object, { type: string; data: unknown }>),
      decide: () => [{ type: 'Added', data: { n: 1, who: [personal('p', 'Amanda Exempelsson')] } }],
    };
    const attempt = repository.execute(named, 'a', {}, commandContext());
    await expect(attempt).rejects.toThrow(/no sealer/);
    await expect(attempt).rejects.not.toThrow(/Amanda/);
    expect(await store.head()).toBe(0n);
  });

  it('gives a command sent again what is stored, although it would be sealed differently now', async () => {
    let salt = 0;
    const sealer: Sealer = {
      seal: (_eventId, { type }) => Promise.resolve({ event: { type, data: { n: ++salt } } }),
    };
    const command = commandContext();
    const first = await new Repository(store, { sealer }).execute(sum, 'a', { add: 1 }, command);
    await new Repository(store).execute(sum, 'a', { add: 10 }, commandContext());
    const again = await new Repository(store, { sealer }).execute(sum, 'a', { add: 1 }, command);
    expect(again).toMatchObject({ events: first.events, revision: first.revision, state: 11, repeated: true });
  });

  it('gives the same command the same event ids', async () => {
    const command = commandContext();
    await repository.execute(sum, 'a', { add: 1 }, command);
    for await (const event of store.readStream('sum-a')) {
      expect(event.eventId).toBe(derivedId('event', 'sum-a', command.commandId, 0));
    }
  });
});

describe('several commands to one stream', () => {
  const add = (n: number, context = commandContext()) => ({ command: { add: n }, context });

  it('are decided on what those before them made, and appended as one', async () => {
    const store = new MemoryEventStore();
    const repository = new Repository(store);
    const done = await repository.executeAll(sum, 'a', [{ ...add(60), expected: 'new' }, add(0), add(40)]);
    expect(done).toMatchObject({ state: 100, revision: 1n, position: 2n, events: 2 });
    await expect(repository.executeAll(sum, 'b', [add(60), add(50)])).rejects.toMatchObject({
      index: 1,
      cause: { rule: 'too-much' },
    });
    await expect(repository.executeAll(sum, 'b', [add(60), add(50)])).rejects.toBeInstanceOf(BatchRefused);
    expect(await store.head()).toBe(2n);
  });

  it('that were carried out before are passed over, in the same process and in another', async () => {
    const store = new MemoryEventStore();
    const repository = new Repository(store);
    const [first, second, third] = [add(10), add(20), add(30)];
    await repository.executeAll(sum, 'a', [first, second]);
    for (const any of [new Repository(store), repository, new Repository(store)]) {
      expect(await any.executeAll(sum, 'a', [first, second, third])).toMatchObject({ state: 60, revision: 2n });
    }
    expect(await repository.execute(sum, 'a', second.command, second.context)).toMatchObject({
      revision: 1n,
      repeated: true,
    });
  });

  it('are refused only on what the log says now', async () => {
    const store = new MemoryEventStore();
    const [stale, other] = [new Repository(store), new Repository(store)];
    await stale.execute(sum, 'a', { add: 90 }, commandContext());
    await other.execute(sum, 'a', { add: -50 }, commandContext());
    expect(await stale.executeAll(sum, 'a', [add(10), add(10)])).toMatchObject({ state: 60, events: 2 });
  });
});
