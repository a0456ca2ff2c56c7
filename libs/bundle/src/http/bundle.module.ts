import type { Database } from '@liggare/database';
import type { EventStore } from '@liggare/kernel';
import { keyEncryptionOf, ProtectedSubjects, SubjectKeys } from '@liggare/people';
import { CONFIGURATION, EVENT_STORE, READ_DATABASE, type Configuration } from '@liggare/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { BUNDLE_TOOLS, BundleController, type BundleTools } from './bundle.controller.js';

/** The evidence bundle over HTTP. */
@Module({})
export class BundleModule {
  /** @param tools verifiers to lie in every bundle; asked for each time */
  static with(tools: BundleTools): DynamicModule {
    return {
      module: BundleModule,
      controllers: [BundleController],
      providers: [
        { provide: BUNDLE_TOOLS, useValue: tools },
        {
          provide: SubjectKeys,
          inject: [READ_DATABASE, CONFIGURATION],
          useFactory: (database: Database, configuration: Configuration) =>
            new SubjectKeys(database, keyEncryptionOf(configuration, database)),
        },
        {
          provide: ProtectedSubjects,
          inject: [READ_DATABASE, EVENT_STORE],
          useFactory: (database: Database, store: EventStore) => new ProtectedSubjects(database, store),
        },
      ],
    };
  }
}
