import type { Transaction } from '@liggare/database';
import type { Projection } from '@liggare/kernel';

/** The name is also a schema's name, and `<name>-v2` would be taken for a version of another projection. */
const NAME = /^(?!pg-)[a-z][a-z0-9]*(-[a-z0-9]+)*(?<!-v\d+)(?<!-g\d+)$/;
const RESERVED: readonly string[] = ['public', 'projections', 'information-schema', 'event-store'];
/** PostgreSQL cuts identifiers at 63 characters; version and generation are added to the name. */
const LONGEST_NAME = 45;

/** The projections a program has the code of. It may hold several versions of one: the highest is the current one. */
export class ProjectionSet {
  private readonly versions = new Map<string, Projection<Transaction>[]>();

  /** @throws Error for a name that cannot be a schema's, or a version given twice: a defect found at start-up. */
  constructor(projections: readonly Projection<Transaction>[]) {
    for (const projection of projections) {
      const { name, version } = projection;
      if (!NAME.test(name) || RESERVED.includes(name) || name.length > LONGEST_NAME) {
        throw new Error(`not a name for a projection: ${name}`);
      }
      const versions = this.versions.get(name) ?? [];
      if (versions.some((other) => other.version === version))
        throw new Error(`${name} version ${version} given twice`);
      versions.push(projection);
      versions.sort((a, b) => b.version - a.version);
      this.versions.set(name, versions);
    }
  }

  get names(): readonly string[] {
    return [...this.versions.keys()];
  }

  current(name: string): Projection<Transaction> | undefined {
    return this.versions.get(name)?.[0];
  }

  find(name: string, version: number): Projection<Transaction> | undefined {
    return this.versions.get(name)?.find((projection) => projection.version === version);
  }
}
