import { CONFIGURATION } from '@liggare/platform';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ChangePartyHandler, ChangePersonHandler } from './application/command-handlers.js';
import { MergedPersons } from './application/merged-persons.js';
import { NameLookup } from './application/names.js';
import { PartyList } from './application/party-list.js';
import { PersonDirectory } from './application/person-directory.js';
import {
  FindNamesHandler,
  FindPartyHandler,
  FindPersonHandler,
  ListPartiesHandler,
  ListPersonsHandler,
} from './application/query-handlers.js';
import { ErasedKeys, erasedKeysOf } from './erasure/erased-keys.js';
import { ErasureList } from './erasure/erasure-list.js';
import { ChangeErasureHandler } from './erasure/erasure-commands.js';
import { Erasures } from './erasure/erasures.js';
import { FinishErasures } from './erasure/finish-erasures.js';
import { ErasuresController } from './http/erasures.controller.js';
import { PartiesController } from './http/parties.controller.js';
import { PersonMergesController } from './http/person-merges.controller.js';
import { PersonProtectionsController } from './http/person-protections.controller.js';
import { PersonsController } from './http/persons.controller.js';
import { RetentionController } from './http/retention.controller.js';
import { DisposalsDue } from './retention/disposals-due.js';

/** Persons and parties over HTTP and on the buses. Sealer and revealer come from outside, under the platform's tokens. */
@Module({
  imports: [CqrsModule],
  controllers: [
    PersonsController,
    PersonMergesController,
    PersonProtectionsController,
    PartiesController,
    ErasuresController,
    RetentionController,
  ],
  providers: [
    ChangePersonHandler,
    ChangePartyHandler,
    FindPersonHandler,
    FindPartyHandler,
    FindNamesHandler,
    NameLookup,
    MergedPersons,
    ListPersonsHandler,
    ListPartiesHandler,
    PersonDirectory,
    PartyList,
    Erasures,
    {
      provide: ErasedKeys,
      useFactory: erasedKeysOf,
      inject: [CONFIGURATION],
    },
    ErasureList,
    DisposalsDue,
    ChangeErasureHandler,
    FinishErasures,
  ],
})
export class PeopleModule {}
