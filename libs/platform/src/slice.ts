import type { MigrationSet, Transaction } from '@liggare/database';
import type { EventCatalogue, Policy, Projection } from '@liggare/kernel';
import type { Type } from '@nestjs/common';

/** What a slice gives to the whole, besides its Nest module. */
export interface Slice {
  readonly name: string;
  readonly catalogues: readonly EventCatalogue[];
  readonly projections: readonly Projection<Transaction>[];
  /** Nest providers of the slice's module. Each class says, too, which types of events its policy handles. */
  readonly policies: readonly (Type<Policy> & Pick<Policy, 'handles'>)[];
  readonly migrations: readonly MigrationSet[];
}
