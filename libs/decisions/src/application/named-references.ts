import { Refusal } from '@liggare/kernel';
import type { ElectionCommand } from '../domain/election.js';
import type { References } from './references.js';

/**
 * Checks the persons and parties that a command names anywhere in its lists (of attendance, votes, candidates), each
 * once.
 * @throws Refusal `unknown-person`, `unknown-party`, at the first place that names it
 */
export async function checkNamed(references: References, change: object): Promise<void> {
  const checked = new Set<string>();
  for (const { category, id, at } of namedIn(change, '')) {
    if (checked.has(id)) continue;
    await references.check(category, id, at);
    checked.add(id);
  }
}

/** @throws Refusal `unknown-decision`, `unknown-election`, `unknown-list` for a seat of no election in the register */
export async function checkFilled(references: References, { fills }: ElectionCommand): Promise<void> {
  if (fills === undefined) return;
  const { elections } = await references.decision(fills.decisionId, '/fills/decisionId');
  const election = elections.find(({ electionId }) => electionId === fills.electionId);
  if (!election) throw new Refusal('unknown-election', 'that decision has no such election', '/fills/electionId');
  if (fills.list !== undefined && !election.lists.some(({ number }) => number === fills.list)) {
    throw new Refusal('unknown-list', 'that election has no such list', '/fills/list');
  }
}

interface Named {
  readonly category: 'person' | 'party';
  readonly id: string;
  readonly at: string;
}

function* namedIn(value: unknown, at: string): Iterable<Named> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    const here = `${at}/${key}`;
    if (key === 'personId' && typeof each === 'string') yield { category: 'person', id: each, at: here };
    else if (key === 'partyIds' && Array.isArray(each)) {
      for (const [index, id] of each.entries()) yield { category: 'party', id: String(id), at: `${here}/${index}` };
    } else yield* namedIn(each, here);
  }
}
