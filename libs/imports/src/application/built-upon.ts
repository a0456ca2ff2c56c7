import { FindEntitiesRestingOn } from '@liggare/decisions';
import { streamName, type DecisionPointRef } from '@liggare/kernel';
import { FindGroupsNaming } from '@liggare/people';
import type { Category } from '../tables/line.js';
import type { ImportWork } from './import-work.js';
import { AGGREGATES } from './line-commands.js';

/** Whether anybody but the import itself has recorded something of an entry that it made, or refers to it. */
export async function builtUpon(work: ImportWork, category: Category, id: string): Promise<boolean> {
  for await (const { metadata } of work.parts.store.readStream(streamName(category, id))) {
    if (metadata.correlationId !== work.importId) return true;
  }
  const { queries } = work.parts;
  if (category === 'person' || category === 'party') {
    return (await queries.execute(new FindGroupsNaming(category, id))).length > 0;
  }
  if (category !== 'decision') return false;
  const { state } = await work.parts.repository.load(AGGREGATES.decision, id);
  for (const { number } of (state as { points: readonly { number: number }[] }).points) {
    if (await restsOn(work, { decisionId: id, point: number })) return true;
  }
  return false;
}

async function restsOn({ parts: { queries } }: ImportWork, ref: DecisionPointRef): Promise<boolean> {
  for (const category of ['group', 'initiative']) {
    if ((await queries.execute(new FindEntitiesRestingOn(ref, category))).length > 0) return true;
  }
  return false;
}
