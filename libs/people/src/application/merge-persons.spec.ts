import {
  commandContext,
  derivedId,
  freshId,
  MemoryEventStore,
  NotFound,
  Repository,
  sealerWithoutKeys,
  StaleRevision,
  type CommandContext,
} from '@liggare/kernel';
import type { PersonCommand } from '../domain/person-commands.js';
import { personAggregate } from '../domain/person.js';
import { ChangePersonHandler } from './command-handlers.js';
import { noGroups } from '../testing/no-groups.js';
import { ChangePerson } from './commands.js';

const [amanda, amandaToo, botvid] = [derivedId('P01'), derivedId('P02'), derivedId('P03')];

describe('edge case 55: merging persons across two streams', () => {
  let repository: Repository;
  let store: MemoryEventStore;

  const change = (id: string, command: PersonCommand, context: CommandContext = commandContext()) =>
    new ChangePersonHandler(repository, noGroups).execute(new ChangePerson(id, command, context));
  const merge = (survivorId: string, mergedId: string, context?: CommandContext) =>
    change(survivorId, { type: 'MergePersons', survivorId, mergedId }, context);
  const state = async (id: string) => (await repository.load(personAggregate, id)).state;
  const recorded = async (id: string) => {
    const types: string[] = [];
    for await (const { type } of store.readStream(`person-${id}`)) types.push(type);
    return types;
  };

  beforeEach(async () => {
    store = new MemoryEventStore();
    repository = new Repository(store, { sealer: sealerWithoutKeys });
    for (const personId of [amanda, amandaToo, botvid]) {
      await change(personId, { type: 'RegisterPerson', personId, givenName: 'Amanda', familyName: 'Exempelsson' });
    }
  });

  it('both know of it, by the same id', async () => {
    const { state: survivor } = await merge(amanda, amandaToo);
    const { mergeId } = survivor.standsFor[0]!;
    expect(survivor.standsFor).toEqual([{ mergeId, personId: amandaToo }]);
    expect((await state(amandaToo)).mergedInto).toEqual({ mergeId, personId: amanda });
  });

  it('the same command again, and the same wish again, record nothing', async () => {
    const context = commandContext();
    await merge(amanda, amandaToo, context);
    await merge(amanda, amandaToo, context);
    await merge(amanda, amandaToo);
    for (const id of [amanda, amandaToo]) expect(await recorded(id)).toEqual(['PersonRegistered', 'PersonsMerged']);
  });

  it('a command sent again after its merge was undone does not merge anew', async () => {
    const context = commandContext();
    const { state: survivor } = await merge(amanda, amandaToo, context);
    await change(amanda, { type: 'UndoMerge', mergeId: survivor.standsFor[0]!.mergeId });
    expect((await merge(amanda, amandaToo, context)).repeated).toBe(true);
    expect(await state(amandaToo)).not.toHaveProperty('mergedInto');
  });

  it('a second half that was lost is made up for', async () => {
    await repository.execute(
      personAggregate,
      amandaToo,
      { type: 'MergePersons', survivorId: amanda, mergedId: amandaToo },
      commandContext(),
    );
    const { state: survivor } = await merge(amanda, amandaToo);
    expect(survivor.standsFor).toEqual([{ ...(await state(amandaToo)).mergedInto, personId: amandaToo }]);
  });

  it('refuses itself, nobody, twice, and a circle; nothing is recorded then', async () => {
    await merge(amanda, amandaToo);
    const before = await Promise.all([amanda, amandaToo, botvid].map(recorded));
    await expect(merge(amanda, amanda)).rejects.toMatchObject({ rule: 'same-person' });
    await expect(merge(amanda, freshId())).rejects.toMatchObject({ rule: 'unknown-person', field: '/mergedId' });
    await expect(merge(freshId(), amanda)).rejects.toThrow(NotFound);
    await expect(merge(botvid, amandaToo)).rejects.toMatchObject({ rule: 'already-merged' });
    await expect(merge(amandaToo, amanda)).rejects.toMatchObject({ rule: 'survivor-is-merged' });
    expect(await Promise.all([amanda, amandaToo, botvid].map(recorded))).toEqual(before);
  });

  it('two who merge each other at once: at most one merge stands, and never a circle', async () => {
    await Promise.allSettled([merge(amanda, amandaToo), merge(amandaToo, amanda)]);
    const [one, other] = [await state(amanda), await state(amandaToo)];
    expect(one.mergedInto && other.mergedInto).toBeUndefined();
    expect(one.standsFor.length).toBe(other.mergedInto ? 1 : 0);
    expect(other.standsFor.length).toBe(one.mergedInto ? 1 : 0);
  });

  it('records nothing in either stream for somebody who saw an older revision', async () => {
    const stale = (command: PersonCommand) => {
      const message = new ChangePerson(amanda, command, commandContext(), { expected: 7n });
      return expect(new ChangePersonHandler(repository, noGroups).execute(message)).rejects.toThrow(StaleRevision);
    };
    await stale({ type: 'MergePersons', survivorId: amanda, mergedId: amandaToo });
    expect(await state(amandaToo)).not.toHaveProperty('mergedInto');
    const { state: survivor } = await merge(amanda, amandaToo);
    await stale({ type: 'UndoMerge', mergeId: survivor.standsFor[0]!.mergeId });
    expect(await state(amandaToo)).toHaveProperty('mergedInto');
  });

  it('undone by either, both are as they were', async () => {
    for (const id of [amanda, amandaToo]) {
      const { state: survivor } = await merge(amanda, amandaToo);
      await change(id, { type: 'UndoMerge', mergeId: survivor.standsFor[0]!.mergeId });
      expect((await state(amanda)).standsFor).toEqual([]);
      expect(await state(amandaToo)).not.toHaveProperty('mergedInto');
    }
    await expect(change(amanda, { type: 'UndoMerge', mergeId: freshId() })).rejects.toMatchObject({
      rule: 'unknown-merge',
    });
  });
});
