import { Refusal, type DecideContext } from '@liggare/kernel';
import type { MergePersons, UndoMerge } from './person-commands.js';
import type { PersonEvent } from './person-events.js';
import type { PersonState } from './person.js';
import { sealedReason } from './sealed-text.js';

/**
 * The same command is asked of both persons, the merged one first. Whoever stands for another may be merged in turn;
 * whoever is merged already may not be named as survivor, so merges never go round in a circle.
 * @throws Refusal `same-person`, `already-merged`, `survivor-is-merged`
 */
export function mergePersons(state: PersonState, command: MergePersons, context: DecideContext): PersonEvent[] {
  const { survivorId, mergedId, reason } = command;
  if (survivorId === mergedId) throw new Refusal('same-person', 'a person cannot be merged with itself', '/mergedId');
  const { mergedInto } = state;
  if (state.id === mergedId && mergedInto) {
    if (mergedInto.personId === survivorId) return [];
    throw new Refusal('already-merged', 'the person is merged with another already', '/mergedId');
  }
  if (state.id === survivorId) {
    if (mergedInto) throw new Refusal('survivor-is-merged', 'the survivor is itself merged into another person');
    if (state.standsFor.some(({ personId }) => personId === mergedId)) return [];
  }
  const mergeId = command.mergeId ?? context.id(0);
  return [{ type: 'PersonsMerged', data: { mergeId, survivorId, mergedId, ...sealedReason(mergedId, reason) } }];
}

/** @throws Refusal `unknown-merge` */
export function undoMerge(state: PersonState, { mergeId: corrects, reason }: UndoMerge): PersonEvent[] {
  const [survivorId, mergedId] = mergeOf(state, corrects);
  return [{ type: 'PersonMergeUndone', data: { corrects, survivorId, mergedId, ...sealedReason(mergedId, reason) } }];
}

function mergeOf(state: PersonState, mergeId: string): readonly [survivorId: string, mergedId: string] {
  if (state.mergedInto?.mergeId === mergeId) return [state.mergedInto.personId, state.id];
  const other = state.standsFor.find((merge) => merge.mergeId === mergeId);
  if (!other) throw new Refusal('unknown-merge', 'the person has no such merge', '/mergeId');
  return [state.id, other.personId];
}
