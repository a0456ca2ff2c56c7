import { MemoryEventStore, Repository, sealerWithoutKeys, type Sealer } from '@liggare/kernel';

/** An empty log with its repository. */
export function emptyRegister(sealer: Sealer = sealerWithoutKeys): { store: MemoryEventStore; repository: Repository } {
  const store = new MemoryEventStore();
  return { store, repository: new Repository(store, { sealer }) };
}
