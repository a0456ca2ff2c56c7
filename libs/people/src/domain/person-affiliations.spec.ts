import { civilDate, personal, specificationId, specificationOf } from '@liggare/kernel';
import type { PersonEvent } from './person-events.js';
import { presentPerson } from './person-view.js';
import { personAggregate } from './person.js';

const given = specificationOf(personAggregate);
const day = civilDate;
const personId = specificationId(100);
const nameId = specificationId(101);
const affiliationId = specificationId(102);
const [s, m] = [specificationId(200), specificationId(201)];

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
const left = (to: string, id = affiliationId): PersonEvent => ({
  type: 'AffiliationEnded',
  data: { personId, affiliationId: id, to: day(to) },
});

describe('affiliations, edge case 19', () => {
  it('start and end by days, and may be taken up again (edge case 26)', () => {
    given(registered)
      .when({ type: 'StartAffiliation', partyId: s, from: day('2022-10-15') })
      .then(joined('2022-10-15', specificationId(0)));
    given(registered, joined('2022-10-15'))
      .when({ type: 'EndAffiliation', affiliationId, to: day('2023-10-20') })
      .then(left('2023-10-20'));
    given(registered, joined('2022-10-15'), left('2023-10-20'))
      .when({ type: 'StartAffiliation', partyId: s, from: day('2024-01-01') })
      .then(joined('2024-01-01', specificationId(0)));
  });

  it('may overlap: the register records what it is told', () => {
    given(registered, joined('2022-10-15'))
      .when({ type: 'StartAffiliation', partyId: m, from: day('2023-01-01') })
      .then(joined('2023-01-01', specificationId(0), m));
  });

  it('are half-open: the last day is the day before the end', () => {
    const { state } = given(registered, joined('2022-10-15'), left('2023-10-20'));
    const on = (date: string) => presentPerson(state, day(date)).affiliations.length;
    expect([on('2022-10-14'), on('2022-10-15'), on('2023-10-19'), on('2023-10-20')]).toEqual([0, 1, 1, 0]);
  });

  it('may have begun before anybody wrote it down', () => {
    const { state } = given(registered, joined());
    expect(presentPerson(state, day('1990-01-01')).affiliations).toHaveLength(1);
  });

  it('cannot end before they begin', () => {
    given(registered, joined('2022-10-15'))
      .when({ type: 'EndAffiliation', affiliationId, to: day('2022-10-14') })
      .thenRefused('from-after-to', '/to');
  });

  it('end once; the same end again is nothing new', () => {
    const ended = given(registered, joined('2022-10-15'), left('2023-10-20'));
    ended.when({ type: 'EndAffiliation', affiliationId, to: day('2023-10-20') }).thenNothing();
    ended
      .when({ type: 'EndAffiliation', affiliationId, to: day('2023-11-01') })
      .thenRefused('affiliation-already-ended', '/affiliationId');
  });

  it('are corrected as a whole', () => {
    const corrected: PersonEvent = {
      type: 'AffiliationCorrected',
      data: { personId, corrects: affiliationId, partyId: m, from: day('2022-10-15') },
    };
    const wrong = given(registered, joined('2022-10-15'), left('2023-10-20'));
    wrong.when({ type: 'CorrectAffiliation', affiliationId, partyId: m, from: day('2022-10-15') }).then(corrected);
    const { state } = given(registered, joined('2022-10-15'), left('2023-10-20'), corrected);
    expect(presentPerson(state, day('2025-01-01')).affiliations).toEqual([
      { affiliationId, partyId: m, from: '2022-10-15' },
    ]);
  });

  it('are retracted when they never were', () => {
    const retracted: PersonEvent = { type: 'AffiliationRetracted', data: { personId, corrects: affiliationId } };
    given(registered, joined()).when({ type: 'RetractAffiliation', affiliationId }).then(retracted);
    expect(given(registered, joined(), retracted).state.affiliations).toEqual([]);
    given(registered, joined(), retracted)
      .when({ type: 'EndAffiliation', affiliationId, to: day('2024-01-01') })
      .thenRefused('unknown-affiliation', '/affiliationId');
  });
});
