import { AuditModule } from '@liggare/audit';
import { BundleModule } from '@liggare/bundle';
import { DecisionsModule } from '@liggare/decisions';
import { FindingsModule } from '@liggare/findings';
import { GroupsModule } from '@liggare/groups';
import { ImportsModule } from '@liggare/imports';
import { InitiativesModule } from '@liggare/initiatives';
import { offlineVerifiers } from '@liggare/offline-verifier';
import { PeopleModule } from '@liggare/people';
import { PlatformModule, type PlatformParts } from '@liggare/platform';
import { TransparencyModule } from '@liggare/transparency';
import { PlansModule } from '@liggare/plans';
import { Module, type DynamicModule } from '@nestjs/common';

/** The whole register as one Nest module: an HTTP app and a worker are made from the same. */
@Module({})
export class RegisterModule {
  static with(parts: PlatformParts): DynamicModule {
    return {
      module: RegisterModule,
      imports: [
        PlatformModule.with(parts),
        PeopleModule,
        DecisionsModule,
        GroupsModule,
        InitiativesModule,
        PlansModule,
        FindingsModule,
        ImportsModule,
        AuditModule,
        BundleModule.with(offlineVerifiers),
        TransparencyModule,
      ],
    };
  }
}
