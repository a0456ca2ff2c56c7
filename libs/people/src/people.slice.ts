import type { Slice } from '@liggare/platform';
import { partiesProjection } from './application/parties.projection.js';
import { peopleProjection } from './application/people.projection.js';
import { protectedIdentityProjection } from './application/protected-identity.projection.js';
import { erasureEvents } from './domain/erasure-events.js';
import { keyRotationEvents } from './domain/key-rotation.js';
import { partyEvents } from './domain/party-events.js';
import { personEvents } from './domain/person-events.js';
import { retentionEvents } from './domain/retention-rule.js';
import { retentionRulesProjection } from './retention/retention-rules.projection.js';
import { erasuresProjection } from './erasure/erasures.projection.js';
import { keyMigrations } from './sealing/key-migrations.js';

/** What the people slice brings to the register. The sealed values of all slices are a projection of their own. */
export const peopleSlice: Slice = {
  name: 'people',
  catalogues: [personEvents, partyEvents, erasureEvents, keyRotationEvents, retentionEvents],
  projections: [
    peopleProjection,
    partiesProjection,
    protectedIdentityProjection,
    erasuresProjection,
    retentionRulesProjection,
  ],
  policies: [],
  migrations: [keyMigrations],
};
