import {
  freshId,
  instant,
  isPlainPersonal,
  MemoryEventStore,
  Repository,
  type CommandContext,
  type Sealer,
} from '@liggare/kernel';

/** A context for a command of its own, as the edge of the system would make it. */
export function commandContext(): CommandContext {
  const commandId = freshId();
  const actor = { id: 'user-1', role: 'registrar' } as const;
  return { commandId, actor, correlationId: commandId, now: instant('2026-11-23T12:00:00Z') };
}

/** A sealer without keys: a commitment per event and place, so that a read model sees what it sees in production. */
export const sealer: Sealer = {
  seal: (eventId, { type, data }) => Promise.resolve({ event: { type, data: committed(data, eventId) as object } }),
};

/** An empty log with its repository. */
export function emptyRegister(seal: Sealer = sealer): { store: MemoryEventStore; repository: Repository } {
  const store = new MemoryEventStore();
  return { store, repository: new Repository(store, { sealer: seal }) };
}

function committed(value: unknown, place: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isPlainPersonal(value)) return { _sd: place };
  if (Array.isArray(value)) return value.map((item, index) => committed(item, `${place}/${index}`));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, committed(item, `${place}/${key}`)]));
}
