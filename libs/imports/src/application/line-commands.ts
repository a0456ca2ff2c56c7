import { decisionAggregate } from '@liggare/decisions';
import { groupAggregate } from '@liggare/groups';
import { initiativeAggregate } from '@liggare/initiatives';
import { derivedId, type Aggregate, type DomainEvent } from '@liggare/kernel';
import { partyAggregate, personAggregate } from '@liggare/people';
import { THE_PERSON, type Category, type Line } from '../tables/line.js';
import { NIL_ID } from './line-order.js';

/** An aggregate whose commands come from a file: the rows were checked when they were read. */
export type AnyAggregate = Aggregate<unknown, Line['command'], DomainEvent>;

const any = <S, C, E extends DomainEvent>(aggregate: Aggregate<S, C, E>) => aggregate as unknown as AnyAggregate;

export const AGGREGATES: Readonly<Record<Category, AnyAggregate>> = {
  party: any(partyAggregate),
  person: any(personAggregate),
  group: any(groupAggregate),
  decision: any(decisionAggregate),
  initiative: any(initiativeAggregate),
};

/** A line as it is staged. */
export interface StagedLine {
  readonly row: number;
  readonly part: number;
  readonly phase: number;
  readonly category: Category;
  readonly target: string;
  readonly creates: boolean;
  readonly command: Line['command'];
  readonly personRow: number;
  readonly streamRow: number;
}

/** The id of the person whom this row registers. */
export function importedPerson(importId: string, row: number): string {
  return derivedId('imported', importId, row, 'person');
}

/** The stream's id. */
export function targetOf(importId: string, { target, streamRow }: StagedLine): string {
  return target === NIL_ID ? importedPerson(importId, streamRow) : target;
}

/** The command with the id of the person that the row names. */
export function commandOf(importId: string, { command, personRow }: StagedLine): Line['command'] {
  if (command['personId'] !== THE_PERSON) return command;
  return { ...command, personId: importedPerson(importId, personRow) };
}
