import {
  NO_EVENTS,
  NotFound,
  Refusal,
  StaleRevision,
  withoutUndefined,
  type CommandContext,
  type Executed,
  type ExecuteOptions,
  type Repository,
} from '@liggare/kernel';
import type { MergePersons, UndoMerge } from '../domain/person-commands.js';
import { personAggregate, type PersonState } from '../domain/person.js';

/**
 * Records a merge in both streams: first in the merged person's, which can be merged but once, then in the survivor's.
 * Two streams are not one transaction. A second half that was lost is made up for when the command is sent again; one that
 * is refused, because somebody merged the survivor meanwhile, takes the first back.
 * @throws Refusal `unknown-person`, and what the persons' own rules say
 */
export async function mergeInBoth(
  repository: Repository,
  change: MergePersons,
  context: CommandContext,
  { expected }: ExecuteOptions,
): Promise<Executed<PersonState>> {
  const { survivorId, mergedId } = change;
  await checkSurvivor(repository, change, expected);
  const { revision } = await repository.load(personAggregate, mergedId);
  if (revision === NO_EVENTS)
    throw new Refusal('unknown-person', 'there is no such person in the register', '/mergedId');
  const { state } = await repository.execute(personAggregate, mergedId, change, context);
  // Absent when this command was carried out before and undone since: then the survivor's stream knows it, too.
  const mergeId = state.mergedInto?.mergeId;
  try {
    return await repository.execute(personAggregate, survivorId, withoutUndefined({ ...change, mergeId }), context);
  } catch (error) {
    if (error instanceof Refusal && mergeId !== undefined) {
      const back = { ...context, commandId: mergeId };
      await repository.execute(personAggregate, mergedId, { type: 'UndoMerge', mergeId }, back);
    }
    throw error;
  }
}

/**
 * Records in both streams that the merge was a mistake. `id` is either person's.
 * @returns what became of that person
 */
export async function undoInBoth(
  repository: Repository,
  id: string,
  change: UndoMerge,
  context: CommandContext,
  options: ExecuteOptions,
): Promise<Executed<PersonState>> {
  const { state, revision } = await repository.load(personAggregate, id);
  const merges = [...state.standsFor, ...(state.mergedInto ? [state.mergedInto] : [])];
  const otherId = merges.find(({ mergeId }) => mergeId === change.mergeId)?.personId;
  if (otherId !== undefined) {
    const { expected } = options;
    // Before anything is recorded in the other stream.
    if (typeof expected === 'bigint' && expected !== revision) throw new StaleRevision(expected, revision);
    const { state: other } = await repository.load(personAggregate, otherId);
    const known = [...other.standsFor, other.mergedInto].some((merge) => merge?.mergeId === change.mergeId);
    if (known) await repository.execute(personAggregate, otherId, change, context);
  }
  return repository.execute(personAggregate, id, change, context, options);
}

/** Before anything is recorded anywhere: the usual reasons why the second half would be refused. */
async function checkSurvivor(
  repository: Repository,
  change: MergePersons,
  expected: ExecuteOptions['expected'],
): Promise<void> {
  const { survivorId, mergedId } = change;
  if (survivorId === mergedId) throw new Refusal('same-person', 'a person cannot be merged with itself', '/mergedId');
  const { state, revision } = await repository.load(personAggregate, survivorId);
  if (revision === NO_EVENTS) throw new NotFound('person', survivorId);
  const repeated = state.standsFor.some(({ personId }) => personId === mergedId);
  if (repeated) return;
  if (typeof expected === 'bigint' && expected !== revision) throw new StaleRevision(expected, revision);
  if (state.mergedInto) {
    throw new Refusal('survivor-is-merged', 'the survivor is itself merged into another person');
  }
}
