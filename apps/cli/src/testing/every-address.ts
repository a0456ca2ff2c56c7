import type { RunningRegister } from './running-register.js';

/** Kinds of entities, by collection. */
export const KINDS: Readonly<Record<string, string>> = {
  persons: 'person',
  parties: 'party',
  matters: 'matter',
  meetings: 'meeting',
  decisions: 'decision',
  groups: 'group',
  initiatives: 'initiative',
};

/** The ids of everything that a register holds, by collection. */
export type Entities = Readonly<Record<string, readonly string[]>>;

export async function entitiesOf(running: RunningRegister): Promise<Entities> {
  const entities: Record<string, readonly string[]> = {};
  for (const collection of Object.keys(KINDS)) {
    const list = (await (await running.get(`/v1/${collection}?limit=200`)).json()) as { items: { id: string }[] };
    entities[collection] = list.items.map(({ id }) => id);
  }
  return entities;
}

/** Addresses that a path of the OpenAPI document can be asked at: every entity, and what is in it. */
export function addressesOf(path: string, entities: Entities, positions: readonly string[]): readonly string[] {
  // Every decision has a first point.
  if (path.includes('{point}')) return addressesOf(path.replace('{point}', '1'), entities, positions);
  if (path.startsWith('/v1/audit/entities/')) {
    return Object.entries(KINDS).flatMap(([name, kind]) =>
      entities[name]!.map((id) => path.replace('{type}', kind).replace('{id}', id)),
    );
  }
  if (path.includes('{position}')) return positions.map((position) => path.replace('{position}', position));
  if (!path.includes('{')) return [path];
  return entities[path.split('/')[2]!]!.map((id) => path.replace('{id}', id)).flatMap((target) =>
    target.includes('{number}')
      ? ['member/1', 'member/8', 'substitute/3', 'member/500'].map((seat) => target.replace('{kind}/{number}', seat))
      : [target],
  );
}
