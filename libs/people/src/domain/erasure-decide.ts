import { Refusal, sealedText, withoutUndefined, type DecideContext, type Personal } from '@liggare/kernel';
import type {
  CompleteErasure,
  ErasureCommand,
  RecordErasure,
  RefuseErasure,
  RequestErasure,
} from './erasure-commands.js';
import type { ErasureEvent } from './erasure-events.js';
import type { ErasureState } from './erasure.js';

/** @throws Refusal what was refused is not executed; what was executed is not refused; only what was executed is completed */
export function decideErasure(
  state: ErasureState,
  command: ErasureCommand,
  context: DecideContext,
): readonly ErasureEvent[] {
  if (command.type === 'RequestErasure') return request(state, command);
  if (state.id === '') throw new Refusal('not-registered', 'the erasure is not registered');
  switch (command.type) {
    case 'RefuseErasure':
      return refuse(state, command);
    case 'RecordErasure':
      return record(state, command);
    case 'CompleteErasure':
      return complete(state, command, context);
  }
}

/** Asked before anything is destroyed. @throws Refusal `erasure-refused` */
export function checkExecutable(state: ErasureState): void {
  if (state.status === 'refused') {
    throw new Refusal('erasure-refused', 'the erasure was refused; a new request is tried anew');
  }
}

function request(state: ErasureState, { erasureId, subjectId, ground, text }: RequestErasure): readonly ErasureEvent[] {
  if (state.id !== '') throw new Refusal('already-exists', 'the erasure is already registered');
  return [{ type: 'ErasureRequested', data: { erasureId, subjectId, ground, ...sealed(subjectId, text) } }];
}

function refuse(state: ErasureState, command: RefuseErasure): readonly ErasureEvent[] {
  const { id: erasureId, subjectId } = state;
  if (state.status === 'refused') throw new Refusal('erasure-already-refused', 'the erasure is refused already');
  if (state.execution) throw alreadyExecuted();
  const { ground, authority, decision, text } = command;
  const rest = { ...withoutUndefined({ decision }), ...sealed(subjectId, text) };
  return [{ type: 'ErasureRefused', data: { erasureId, subjectId, ground, authority, ...rest } }];
}

function record(state: ErasureState, { on, keys, authority, legalBasis, decision }: RecordErasure): ErasureEvent[] {
  if (state.execution) return [];
  checkExecutable(state);
  const by = { authority, legalBasis, ...withoutUndefined({ decision }) };
  return keys.map((key) => ({
    type: 'SubjectKeyErased',
    data: { erasureId: state.id, subjectId: state.subjectId, ...key, ...by, on },
  }));
}

function complete(state: ErasureState, { on }: CompleteErasure, { today }: DecideContext): readonly ErasureEvent[] {
  const { id: erasureId, subjectId, execution, completedOn } = state;
  if (!execution) throw new Refusal('not-executed', 'no key was destroyed, so no backup of it can be gone');
  if (completedOn === on) return [];
  if (completedOn !== undefined) throw new Refusal('erasure-already-completed', 'the erasure is complete already');
  if (on < execution.on) throw new Refusal('before-execution', 'a backup cannot be gone before its key was', '/on');
  if (on > today) throw new Refusal('in-the-future', 'a backup is gone when it is gone: the day must have come', '/on');
  return [{ type: 'ErasureCompleted', data: { erasureId, subjectId, on } }];
}

/** Keys are not brought back by a refusal. */
export function alreadyExecuted(): Refusal {
  return new Refusal('erasure-already-executed', 'the keys are destroyed already');
}

function sealed(subject: string, text: string | undefined): { readonly text?: Personal } {
  return text === undefined ? {} : { text: sealedText(subject, text) };
}
