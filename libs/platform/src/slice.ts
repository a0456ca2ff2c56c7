import type { MigrationSet, Transaction } from '@liggare/database';
import type { EventCatalogue, Policy, Projection } from '@liggare/kernel';
import type { Type } from '@nestjs/common';

/** What a slice gives to the whole, besides its Nest module. */
export interface Slice {
  readonly name: string;
  readonly catalogues: readonly EventCatalogue[];
  readonly projections: readonly Projection<Transaction>[];
  /** Nest providers of the slice's module. */
  readonly policies: readonly Type<Policy>[];
  readonly migrations: readonly MigrationSet[];
}
