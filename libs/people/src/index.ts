export * from './application/commands.js';
export * from './application/queries.js';
export type { Names } from './application/names.js';
export type { PartyRow } from './application/party-list.js';
export type { PersonRow } from './application/person-directory.js';
export * from './domain/erasure-commands.js';
export * from './domain/erasure-events.js';
export * from './domain/erasure-grounds.js';
export { erasureAggregate, type ErasureState } from './domain/erasure.js';
export * from './domain/party-commands.js';
export * from './domain/party-events.js';
export { contactSubject, subjectsOf } from './domain/contact-subject.js';
export { addYears, DisposalsDue } from './retention/disposals-due.js';
export { presentParty, type PartyView } from './domain/party-view.js';
export { partyAggregate, type PartyName, type PartyState } from './domain/party.js';
export * from './domain/person-commands.js';
export * from './domain/person-events.js';
export { PROTECTION_KINDS, type Protection, type ProtectionKind } from './domain/protection.js';
export { affiliationsOn, presentPerson, type PersonView } from './domain/person-view.js';
export { personAggregate, type Affiliation, type PersonName, type PersonState } from './domain/person.js';
export {
  keyRotationAggregate,
  keyRotationId,
  type KeyRotationState,
  type RecordKeyRotation,
} from './domain/key-rotation.js';
export { retentionRuleAggregate, type RetentionRule } from './domain/retention-rule.js';
export { presentErasure, type ErasureView } from './domain/erasure-view.js';
export { Erasures } from './erasure/erasures.js';
export { nameOn } from './domain/name-periods.js';
export { eraseAgain } from './erasure/erase-again.js';
export { erasedKeysOf } from './erasure/erased-keys.js';
export { PeopleModule } from './people.module.js';
export { peopleSlice } from './people.slice.js';
export { subjectOfKey } from './sealing/key-id.js';
export { keyMigrations } from './sealing/key-migrations.js';
export { keyEncryptionOf } from './sealing/key-encryption-of.js';
export { KeyEncryptionKeyUnavailable, type KeyEncryption } from './sealing/key-encryption.js';
export { rotateEncryptionKey, RotationUnderWay, type EncryptionKeyRotation } from './sealing/rotate-encryption-key.js';
export { ProtectedSubjects } from './sealing/protected-subjects.js';
export { PostgresRevealer } from './sealing/postgres-revealer.js';
export { PostgresSealer } from './sealing/postgres-sealer.js';
export { sealedValuesProjection } from './sealing/sealed-values.projection.js';
export { SubjectErased, SubjectKeys } from './sealing/subject-keys.js';
