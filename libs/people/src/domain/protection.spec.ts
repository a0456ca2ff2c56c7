import { civilDate, personal, specificationId, specificationOf } from '@liggare/kernel';
import type { PersonEvent } from './person-events.js';
import { presentPerson } from './person-view.js';
import { personAggregate } from './person.js';

const given = specificationOf(personAggregate);
const personId = '11111111-1111-4111-8111-111111111111';
const nameId = '22222222-2222-4222-8222-222222222222';
const protectionId = specificationId(0);
const from = civilDate('2026-10-01');

const registered: PersonEvent = {
  type: 'PersonRegistered',
  data: { personId, nameId, givenName: personal(personId, 'Rut'), familyName: personal(personId, 'Skissberg') },
};
const isProtected: PersonEvent = {
  type: 'IdentityProtected',
  data: { personId, protectionId, kind: 'confidentiality-marking', from },
};
const lifted: PersonEvent = { type: 'IdentityProtectionLifted', data: { personId, protectionId } };
const protect = { type: 'ProtectIdentity', kind: 'confidentiality-marking', from } as const;

describe('a protected identity', () => {
  it('is recorded with its kind; the name events stay as they are (edge case 53)', () => {
    given(registered).when(protect).then(isProtected);
    const { state } = given(registered, isProtected);
    expect(state.names).toHaveLength(1);
    expect(presentPerson(state, civilDate('2020-01-01'))).toMatchObject({ protected: true });
    expect(presentPerson(state, civilDate('2020-01-01'))).not.toHaveProperty('kind');
  });

  it('is not recorded twice, but a stronger protection takes the place of a weaker one', () => {
    given(registered, isProtected).when(protect).thenNothing();
    given(registered, isProtected)
      .when({ type: 'ProtectIdentity', kind: 'protected-registration' })
      .then({ type: 'IdentityProtected', data: { personId, protectionId, kind: 'protected-registration' } });
  });

  it('is lifted, once, and not ahead of its day', () => {
    given(registered, isProtected).when({ type: 'LiftProtection' }).then(lifted);
    given(registered).when({ type: 'LiftProtection' }).thenRefused('not-protected');
    given(registered, isProtected, lifted).when({ type: 'LiftProtection' }).thenRefused('not-protected');
    given(registered, isProtected)
      .when({ type: 'LiftProtection', on: civilDate('2026-11-24') })
      .thenRefused('in-the-future', '/on');
    expect(presentPerson(given(registered, isProtected, lifted).state, from)).not.toHaveProperty('protected');
  });

  it('outlives the discarding of an entry, and can be given to a discarded one: its history has the name', () => {
    const discarded: PersonEvent = { type: 'PersonRegisteredInError', data: { personId } };
    expect(given(registered, isProtected, discarded).state).toMatchObject({ protection: { protectionId } });
    given(registered, discarded).when(protect).then(isProtected);
  });

  it('is somebody’s', () => {
    given().when(protect).thenRefused('not-registered');
  });
});
