import { isCommitment, isUuid, parseStreamName } from '@liggare/kernel';

/** An entity that an event is about, or names. */
export interface Mention {
  readonly entityType: string;
  readonly entityId: string;
}

/** What the fields of event data refer to. Fields with other names refer to parts of the stream's own entity. */
const REFERENCES: Readonly<Record<string, string>> = {
  personId: 'person',
  personIds: 'person',
  partyId: 'party',
  partyIds: 'party',
  nominatingPartyId: 'party',
  groupId: 'group',
  predecessorId: 'group',
  appointingBodyId: 'group',
  underlyingId: 'group',
  decisionId: 'decision',
  duplicateOf: 'decision',
  meetingId: 'meeting',
  matterId: 'matter',
  initiativeId: 'initiative',
};

/** A successor is of the same kind as what it succeeds, and what is merged of the same kind as what stays. */
const SAME_KIND = new Set(['successorId', 'otherId', 'survivorId', 'mergedId']);

/** The stream's own entity first, then every entity the data names, each once. */
export function mentionsOf(stream: string, data: unknown): readonly Mention[] {
  const found = new Map<string, Mention>();
  const add = (entityType: string, entityId: string) => {
    if (isUuid(entityId)) found.set(`${entityType} ${entityId}`, { entityType, entityId });
  };
  const { category, id } = parseStreamName(stream);
  add(category, id);
  walk(data, (key, text) => {
    const entityType = SAME_KIND.has(key) ? category : REFERENCES[key];
    if (entityType !== undefined) add(entityType, text);
  });
  return [...found.values()];
}

function walk(value: unknown, visit: (key: string, text: string) => void, key = ''): void {
  if (typeof value === 'string') visit(key, value);
  else if (Array.isArray(value)) for (const item of value) walk(item, visit, key);
  else if (typeof value === 'object' && value !== null && !isCommitment(value)) {
    for (const [name, item] of Object.entries(value)) walk(item, visit, name);
  }
}
