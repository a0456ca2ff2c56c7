import { REPORTS } from '@liggare/audit';
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
  problems: 'problem',
  indicators: 'indicator',
  areas: 'area',
  'situation-reports': 'situation-report',
  'action-plans': 'action-plan',
  agreements: 'agreement',
  coordinations: 'coordination',
  imports: 'import',
  erasures: 'erasure',
};

/** What is listed but has no stream of its own until somebody says something of it. */
const DERIVED = ['findings'];

/** The ids of everything that a register holds, by collection. */
export type Entities = Readonly<Record<string, readonly string[]>>;

export async function entitiesOf(running: RunningRegister): Promise<Entities> {
  const entities: Record<string, readonly string[]> = {};
  for (const collection of [...Object.keys(KINDS), ...DERIVED]) {
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
  if (path === '/v1/audit/diff' || path === '/v1/audit/blame') {
    return Object.entries(KINDS).flatMap(([name, kind]) =>
      entities[name]!.slice(0, 3).map((id) => `${path}?entity=${kind}/${id}`),
    );
  }
  if (path === '/v1/audit/membership-reasons') {
    const persons = entities['persons']!.slice(0, 8);
    return entities['groups']!.flatMap((groupId) =>
      persons.map((personId) => `${path}?groupId=${groupId}&personId=${personId}`),
    );
  }
  if (path === '/v1/audit/vacancy-reasons') {
    return entities['groups']!.flatMap((groupId) =>
      ['member&seat=1', 'member&seat=8', 'substitute&seat=3'].map((seat) => `${path}?groupId=${groupId}&kind=${seat}`),
    );
  }
  if (path === '/v1/audit/reports/{name}') {
    return REPORTS.flatMap(({ name }) => [path.replace('{name}', name), path.replace('{name}', `${name}?format=csv`)]);
  }
  if (path === '/v1/audit/bundle') return [`${path}?purpose=prov`];
  // Nothing of the demo's: it lives as long as the process.
  if (path === '/v1/audit/replays/{id}') return [];
  if (path.includes('{position}')) return positions.map((position) => path.replace('{position}', position));
  // The demo has events enough to fill the first tile.
  if (path.startsWith('/evidence/tile/'))
    return [path.replace('{path}', '0/000'), path.replace('{path}', 'entries/000')];
  if (path.includes('{table}')) return [path.replace('{table}', 'appointments')];
  if (path.endsWith('/differences')) {
    return entities['action-plans']!.map((id) => `${path.replace('{id}', id)}?from=1&to=2`);
  }
  if (!path.includes('{')) return [path];
  return entities[path.split('/')[2]!]!.map((id) => path.replace('{id}', id)).flatMap((target) => {
    if (target.includes('{number}'))
      return ['member/1', 'member/8', 'substitute/3', 'member/500'].map((seat) =>
        target.replace('{kind}/{number}', seat),
      );
    if (target.includes('{personId}'))
      return entities['persons']!.slice(0, 5).map((personId) => target.replace('{personId}', personId));
    return [target];
  });
}
