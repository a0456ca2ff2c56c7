import { plainState } from '@liggare/evidence';
import { NotFound, type CivilDate, type EventStore, type Position } from '@liggare/kernel';
import { isAtOrUnder, Stamps } from '../domain/stamps.js';
import { foldSteps } from './fold-steps.js';
import type { Responsible } from './responsible.js';
import { auditedOf, presenter, type EntityRef, type Shown } from './shown.js';

/** A field of an entity, and the event that gave it its value. */
export interface BlamedField {
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
  readonly value: unknown;
  readonly by: Responsible;
}

export interface BlameOptions {
  /** Only this field, and those in it. */
  readonly pointer?: string;
  /** The entity as it is shown on a day; otherwise all that its events have made of it. */
  readonly validAt?: CivilDate;
  readonly knownAt?: Position;
  readonly shown?: Shown;
}

/** For every field of an entity the event that last gave it its value. @throws NotFound */
export async function blame(
  store: EventStore,
  entity: EntityRef,
  { pointer = '', validAt, knownAt, shown = 'state' }: BlameOptions = {},
): Promise<readonly BlamedField[]> {
  const audited = auditedOf(entity);
  const present = presenter(entity, shown);
  const show = (state: unknown) => (validAt === undefined ? plainState(state) : present(state, validAt));
  const stamps = new Stamps<Responsible>();
  let exists = false;
  for await (const { by, state } of foldSteps(store, audited, entity.id, knownAt)) {
    exists = true;
    stamps.step(show(state), by);
  }
  if (!exists) throw new NotFound(entity.type, entity.id);
  return [...stamps.current]
    .filter(([at]) => isAtOrUnder(at, pointer))
    .map(([at, { value, by }]) => ({ pointer: at, value, by }));
}
