import type { Transaction } from '@liggare/database';
import { NotFound, Refusal, type Projection } from '@liggare/kernel';
import type { ProjectionSet } from '../projection-set.js';
import type { ProjectionVersion } from '../versions/projection-version.js';

/** The copy in that schema, or the active one. @throws NotFound */
export function copyOf(versions: readonly ProjectionVersion[], projection: string, schema?: string): ProjectionVersion {
  const found = versions.find((copy) => (schema === undefined ? copy.state === 'active' : copy.schema === schema));
  if (!found) throw new NotFound('copy of a projection', schema ?? projection);
  return found;
}

/** @throws Refusal `unknown-version` this program cannot advance that copy */
export function codeOf(projections: ProjectionSet, copy: ProjectionVersion): Projection<Transaction> {
  const projection = projections.find(copy.projection, copy.version);
  if (projection) return projection;
  const message = `this program does not have version ${copy.version} of ${copy.projection}: use one that has`;
  throw new Refusal('unknown-version', message);
}
