import { civilDate, isCommitment, partialDate, personal, specificationId, specificationOf } from '@liggare/kernel';
import type { PersonEvent } from './person-events.js';
import { presentPerson } from './person-view.js';
import { contactSubject } from './contact-subject.js';
import { personAggregate } from './person.js';

const given = specificationOf(personAggregate);
const day = civilDate;
const personId = specificationId(100);
const nameId = specificationId(101);
const affiliationId = specificationId(102);
const deathId = specificationId(103);
const s = specificationId(200);

const amanda = { givenName: 'Amanda', familyName: 'Exempelsson' };
const name = (givenName: string, familyName: string) => ({
  givenName: personal(personId, givenName),
  familyName: personal(personId, familyName),
});

const registered: PersonEvent = {
  type: 'PersonRegistered',
  data: { personId, nameId, ...name('Amanda', 'Exempelsson') },
};
const joined = (from?: string, id = affiliationId, partyId = s): PersonEvent => ({
  type: 'AffiliationStarted',
  data: { personId, affiliationId: id, partyId, ...(from === undefined ? {} : { from: day(from) }) },
});
const died = (on: string): PersonEvent => ({ type: 'PersonDied', data: { personId, deathId, on: partialDate(on) } });

describe('registering a person', () => {
  it('marks the name as personal, under the person’s own key', () => {
    given()
      .when({ type: 'RegisterPerson', personId, ...amanda })
      .then({
        type: 'PersonRegistered',
        data: { personId, nameId: specificationId(0), ...name('Amanda', 'Exempelsson') },
      });
  });

  it('records contact details as an event and under a key of their own: they are restricted, and may be disposed of', () => {
    given()
      .when({ type: 'RegisterPerson', personId, ...amanda, contact: { email: 'amanda@example.se' } })
      .then(
        { type: 'PersonRegistered', data: { personId, nameId: specificationId(0), ...name('Amanda', 'Exempelsson') } },
        {
          type: 'ContactDetailsChanged',
          data: { personId, email: personal(contactSubject(personId), 'amanda@example.se') },
        },
      );
  });

  it('reads the same name from two keyboards as the same text', () => {
    given()
      .when({ type: 'RegisterPerson', personId, givenName: ' Åke ', familyName: 'A\u030arendal' })
      .then({
        type: 'PersonRegistered',
        data: { personId, nameId: specificationId(0), ...name('Åke', 'Årendal') },
      });
  });

  it('refuses to register the same person twice', () => {
    given(registered)
      .when({ type: 'RegisterPerson', personId, ...amanda })
      .thenRefused('already-exists');
  });

  it('refuses everything else about a person who is not registered', () => {
    given()
      .when({ type: 'RecordDeath', on: partialDate('2024-01-19') })
      .thenRefused('not-registered');
  });
});

describe('names, edge case 54', () => {
  const married: PersonEvent = {
    type: 'NameChanged',
    data: {
      personId,
      nameId: specificationId(0),
      ...name('Amanda', 'Fiktberg'),
      from: day('2024-06-01'),
    },
  };

  it('changes from a day on', () => {
    given(registered)
      .when({ type: 'ChangeName', givenName: 'Amanda', familyName: 'Fiktberg', from: day('2024-06-01') })
      .then(married);
  });

  it('leaves the protocol name of earlier days alone', () => {
    const { state } = given(registered, married);
    expect(presentPerson(state, day('2024-05-31')).familyName).toEqual(personal(personId, 'Exempelsson'));
    expect(presentPerson(state, day('2024-06-01')).familyName).toEqual(personal(personId, 'Fiktberg'));
  });

  it('corrects our own registration, naming what it corrects', () => {
    const correction: PersonEvent = {
      type: 'NameCorrected',
      data: {
        personId,
        corrects: specificationId(0),
        ...name('Amanda', 'Fiktberg'),
        from: day('2024-07-01'),
        reason: personal(personId, 'fel dag i folkbokföringen'),
      },
    };
    given(registered, married)
      .when({
        type: 'CorrectName',
        nameId: specificationId(0),
        givenName: 'Amanda',
        familyName: 'Fiktberg',
        from: day('2024-07-01'),
        reason: 'fel dag i folkbokföringen',
      })
      .then(correction);
    const { state } = given(registered, married, correction);
    expect(presentPerson(state, day('2024-06-15')).familyName).toEqual(personal(personId, 'Exempelsson'));
  });

  it('refuses to correct a name the person never had', () => {
    given(registered)
      .when({ type: 'CorrectName', nameId: specificationId(9), ...amanda })
      .thenRefused('unknown-name', '/nameId');
  });

  it('keeps commitments as they are: state works on what was sealed, edge case 55', () => {
    const sealed: PersonEvent = {
      type: 'PersonRegistered',
      data: { personId, nameId, givenName: { _sd: 'digest-1' }, familyName: { _sd: 'digest-2' } },
    };
    const other: PersonEvent = {
      type: 'PersonRegistered',
      data: { personId: specificationId(1), nameId, givenName: { _sd: 'digest-3' }, familyName: { _sd: 'digest-4' } },
    };
    // Two people of the same name are two people: their commitments differ, and nothing compares the texts.
    const [one, two] = [given(sealed).state, given(other).state].map((p) => presentPerson(p, day('2024-01-01')));
    expect(isCommitment(one!.givenName)).toBe(true);
    expect(one!.givenName).not.toEqual(two!.givenName);
  });
});

describe('death, edge case 21', () => {
  it('needs no decision and no exact day', () => {
    given(registered)
      .when({ type: 'RecordDeath', on: partialDate('2024-01') })
      .then({ type: 'PersonDied', data: { personId, deathId: specificationId(0), on: partialDate('2024-01') } });
  });

  it('deletes nothing, and shows from the first day it is possible', () => {
    const { state } = given(registered, joined('2022-10-15'), died('2024-01'));
    expect(presentPerson(state, day('2023-12-31'))).not.toHaveProperty('death');
    expect(presentPerson(state, day('2024-01-01'))).toMatchObject({
      death: { deathId, on: '2024-01' },
      familyName: personal(personId, 'Exempelsson'),
    });
  });

  it('is recorded once; another day is a correction', () => {
    const dead = given(registered, died('2024-01'));
    dead.when({ type: 'RecordDeath', on: partialDate('2024-01') }).thenNothing();
    dead.when({ type: 'RecordDeath', on: partialDate('2024-01-19') }).thenRefused('death-already-recorded');
    dead
      .when({ type: 'CorrectDeath', deathId, on: partialDate('2024-01-19') })
      .then({ type: 'DeathCorrected', data: { personId, corrects: deathId, on: partialDate('2024-01-19') } });
    dead.when({ type: 'CorrectDeath', deathId, on: partialDate('2024-01') }).thenNothing();
    dead
      .when({ type: 'CorrectDeath', deathId: nameId, on: partialDate('2024') })
      .thenRefused('unknown-death', '/deathId');
  });

  it('is retracted when the wrong person was declared dead', () => {
    const retracted: PersonEvent = { type: 'DeathRetracted', data: { personId, corrects: deathId } };
    given(registered, died('2024-01')).when({ type: 'RetractDeath', deathId }).then(retracted);
    expect(given(registered, died('2024-01'), retracted).state).not.toHaveProperty('death');
  });
});

describe('contact details', () => {
  it('are replaced as a set', () => {
    const first: PersonEvent = {
      type: 'ContactDetailsChanged',
      data: { personId, email: personal(personId, 'a@example.se'), phone: personal(personId, '08-1') },
    };
    const { state } = given(registered, first, {
      type: 'ContactDetailsChanged',
      data: { personId, phone: personal(personId, '08-2') },
    });
    expect(state.contact).toEqual({ phone: personal(personId, '08-2') });
    given(registered, first)
      .when({ type: 'ChangeContactDetails' })
      .then({ type: 'ContactDetailsChanged', data: { personId } });
  });
});
