import { plainState } from '@liggare/evidence';
import { compositionOf, type GroupState } from '@liggare/groups';
import { NotFound, type CivilDate } from '@liggare/kernel';
import { auditedAggregates, type AuditedAggregate } from './audited-aggregates.js';

/** What of an entity is asked about: itself, or who sits in it. */
export const SHOWN = ['state', 'composition'] as const;
export type Shown = (typeof SHOWN)[number];

export interface EntityRef {
  readonly type: string;
  readonly id: string;
}

/** @throws NotFound there is no such kind of entity */
export function auditedOf({ type }: EntityRef): AuditedAggregate {
  const audited = auditedAggregates.get(type);
  if (!audited) throw new NotFound('kind of entity', type);
  return audited;
}

/** An entity on a day as plain JSON; null where there is nothing to see. @throws NotFound only groups are composed */
export function presenter(entity: EntityRef, shown: Shown): (state: unknown, day: CivilDate) => unknown {
  if (shown === 'state') {
    const audited = auditedOf(entity);
    return (state, day) => plainState(audited.present(state, day));
  }
  if (entity.type !== 'group') throw new NotFound('composition of', entity.type);
  return (state, day) => plainState(compositionOf(entity.id, state as GroupState, day));
}
