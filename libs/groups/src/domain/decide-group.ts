import { Refusal, withoutUndefined, type DecideContext } from '@liggare/kernel';
import type {
  AdoptInstruction,
  AssignFunctionSeat,
  ChangeSeats,
  CorrectInstruction,
  DissolveGroup,
  EndFunctionSeat,
  EstablishGroup,
  ExplainVacancy,
  NameSuccessor,
  RenameGroup,
} from './commands.js';
import type { GroupEvent } from './events.js';
import { meet, possiblePeriod } from './period.js';
import { checkedPeriod } from './refusals.js';
import { firstFree } from './seat-conflicts.js';
import type { GroupState, Term } from './state.js';

export function establish(state: GroupState, { type: _, ...data }: EstablishGroup): GroupEvent[] {
  if (state.term) throw new Refusal('already-established', 'the group has already been established');
  checkedPeriod(data.from, data.to);
  return [{ type: 'GroupEstablished', data: withoutUndefined(data) }];
}

export function rename(state: GroupState, { type: _, ...data }: RenameGroup): GroupEvent[] {
  const last = state.names.at(-1);
  if (last?.name === data.name && (last.from === undefined || last.from <= data.from)) return [];
  return [{ type: 'GroupRenamed', data: withoutUndefined(data) }];
}

export function nameSuccessor(term: Term, { type: _, ...data }: NameSuccessor): GroupEvent[] {
  if (term.successorId === data.successorId) return [];
  return [{ type: 'SuccessorNamed', data: withoutUndefined(data) }];
}

export function adoptInstruction(state: GroupState, { type: _, ...data }: AdoptInstruction): GroupEvent[] {
  const versions = state.instructions.map((i) => i.version);
  const version = data.version ?? Math.max(0, ...versions) + 1;
  if (versions.includes(version)) {
    throw new Refusal(
      'instruction-version-exists',
      'this version of the instruction is already registered',
      '/version',
    );
  }
  return [{ type: 'InstructionAdopted', data: withoutUndefined({ ...data, version, tasks: copyOf(data.tasks) }) }];
}

export function correctInstruction(state: GroupState, { type: _, ...data }: CorrectInstruction): GroupEvent[] {
  if (!state.instructions.some((i) => i.version === data.version)) {
    throw new Refusal('unknown-instruction', 'the group has no such version of its instruction', '/version');
  }
  const { version: _v, origin: _o, basis: _b, ...right } = data;
  if (Object.values(right).every((value) => value === undefined)) return [];
  return [{ type: 'InstructionCorrected', data: withoutUndefined({ ...data, tasks: copyOf(data.tasks) }) }];
}

export function changeSeats({ type: _, ...data }: ChangeSeats): GroupEvent[] {
  return [{ type: 'SeatsChanged', data: withoutUndefined(data) }];
}

export function explainVacancy({ type: _, ...data }: ExplainVacancy): GroupEvent[] {
  checkedPeriod(data.from, data.to);
  return [{ type: 'VacancyExplained', data: withoutUndefined(data) }];
}

export function dissolve(term: Term, { type: _, ...data }: DissolveGroup): GroupEvent[] {
  if (term.dissolution) {
    if (term.dissolution.on === data.on) return [];
    throw new Refusal('already-dissolved', 'the group has already been dissolved', '/on');
  }
  checkedPeriod(term.from, data.on, '/on');
  return [{ type: 'GroupDissolved', data: withoutUndefined(data) }];
}

export function assignFunctionSeat(
  state: GroupState,
  { type: _, ...data }: AssignFunctionSeat,
  context: DecideContext,
): GroupEvent[] {
  const period = checkedPeriod(data.from, data.to);
  const functionSeatId = data.functionSeatId ?? context.id(0);
  if (state.functionSeats.some((f) => f.functionSeatId === functionSeatId)) {
    throw new Refusal('already-exists', 'this function seat is already registered', '/functionSeatId');
  }
  const taken = (seat: number) =>
    state.functionSeats.some((f) => f.seat === seat && meet(possiblePeriod(f.from, f.to), period));
  if (data.seat !== undefined && taken(data.seat)) {
    throw new Refusal('seat-taken', 'the seat is held by another function in that period', '/seat');
  }
  const seat = data.seat ?? firstFree(taken);
  return [{ type: 'SeatFunctionAssigned', data: withoutUndefined({ ...data, functionSeatId, seat }) }];
}

export function endFunctionSeat(state: GroupState, { type: _, ...data }: EndFunctionSeat): GroupEvent[] {
  const seat = state.functionSeats.find((f) => f.functionSeatId === data.functionSeatId);
  if (!seat) throw new Refusal('unknown-function-seat', 'the group has no such function seat', '/functionSeatId');
  if (seat.to === data.on) return [];
  if (data.on < seat.from) throw new Refusal('end-before-start', 'it ends before it begins', '/on');
  if (seat.to !== undefined && seat.to < data.on) {
    throw new Refusal('already-ended', 'the function had already left the seat', '/on');
  }
  return [{ type: 'SeatFunctionEnded', data: withoutUndefined(data) }];
}

function copyOf(tasks: readonly string[] | undefined): string[] | undefined {
  return tasks && [...tasks];
}
