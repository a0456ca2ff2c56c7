import type { Database } from '@liggare/database';
import type { EventStore, Repository } from '@liggare/kernel';
import type { ProtectedSubjects, SubjectKeys } from '@liggare/people';

/** What a bundle is made from. */
export interface BundleSource {
  readonly store: EventStore;
  readonly repository: Repository;
  /** Where the transparency log is kept. */
  readonly database: Database;
  readonly keys: SubjectKeys;
  /** Whose texts are withheld from every bundle. */
  readonly protection: Pick<ProtectedSubjects, 'among'>;
  /** Name of the log, as leaves and checkpoints have it. */
  readonly logName: string;
}

/** Whom the bundle is for. */
export interface BundleOptions {
  /** `all`: with the texts of all commitments, but those of protected identities; `none`: with none. */
  readonly disclose: 'all' | 'none';
  /** Why the receiver gets it; stands in the bundle. */
  readonly purpose: string;
  /** An instant; when it was made. */
  readonly madeAt: string;
  /** Files to lie in `tools/`, by name. */
  readonly tools?: ReadonlyMap<string, Uint8Array>;
  readonly progress?: (events: number, size: number) => void;
}

/** There is no signed checkpoint yet: nothing could be proven. */
export class NothingSigned extends Error {
  constructor() {
    super('the log has no signed checkpoint yet');
    this.name = 'NothingSigned';
  }
}
