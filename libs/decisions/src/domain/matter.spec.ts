import { civilDate, partialDate, personal, specificationId, specificationOf } from '@liggare/kernel';
import type { MatterEvent } from './matter-events.js';
import { presentMatter, type MatterStatus } from './matter-view.js';
import { matterAggregate } from './matter.js';

const given = specificationOf(matterAggregate);
const matterId = specificationId(1);
const otherId = specificationId(2);

const opened: MatterEvent = {
  type: 'MatterOpened',
  data: {
    matterId,
    registryNumber: 'KS-2023/118',
    title: personal(matterId, 'Referensgrupp'),
    openedOn: partialDate('2023-01-16'),
  },
};
const closed: MatterEvent = { type: 'MatterClosed', data: { matterId, on: partialDate('2023-02') } };
const linked: MatterEvent = { type: 'MatterLinked', data: { matterId, otherId, relation: 'continues' } };

describe('a matter', () => {
  it('is opened with a title under its own key', () => {
    given()
      .when({
        type: 'OpenMatter',
        matterId,
        registryNumber: 'KS-2023/118',
        title: 'Referensgrupp',
        openedOn: partialDate('2023-01-16'),
      })
      .then(opened);
  });

  it('may lack a registry number and a day, edge case 58', () => {
    given()
      .when({ type: 'OpenMatter', matterId, title: 'Ärende 22', openedOn: partialDate('2018-06/2022-10') })
      .then({
        type: 'MatterOpened',
        data: { matterId, title: personal(matterId, 'Ärende 22'), openedOn: partialDate('2018-06/2022-10') },
      });
  });

  it('is not opened twice', () => {
    given(opened)
      .when({ type: 'OpenMatter', matterId, title: 'Igen', openedOn: partialDate('2023') })
      .thenRefused('already-exists');
  });

  it('must be registered before anything else is told of it', () => {
    given()
      .when({ type: 'CloseMatter', on: partialDate('2023') })
      .thenRefused('not-registered');
  });

  it('is closed, and the same word again changes nothing', () => {
    given(opened)
      .when({ type: 'CloseMatter', on: partialDate('2023-02') })
      .then(closed);
    given(opened, closed)
      .when({ type: 'CloseMatter', on: partialDate('2023-02') })
      .thenNothing();
  });

  it('belongs with other matters, each relation once', () => {
    given(opened).when({ type: 'LinkMatter', otherId, relation: 'continues' }).then(linked);
    given(opened, linked).when({ type: 'LinkMatter', otherId, relation: 'continues' }).thenNothing();
    given(opened, linked)
      .when({ type: 'LinkMatter', otherId, relation: 'related' })
      .then({ type: 'MatterLinked', data: { matterId, otherId, relation: 'related' } });
  });

  it('is not linked to itself', () => {
    given(opened)
      .when({ type: 'LinkMatter', otherId: matterId, relation: 'related' })
      .thenRefused('linked-to-itself', '/otherId');
  });

  it('has its registration corrected without being changed itself, edge case 10', () => {
    const corrected: MatterEvent = {
      type: 'MatterRegistrationCorrected',
      data: { matterId, registryNumber: 'KS-2023/181', reason: personal(matterId, 'omkastade siffror') },
    };
    given(opened)
      .when({ type: 'CorrectMatterRegistration', registryNumber: 'KS-2023/181', reason: 'omkastade siffror' })
      .then(corrected);
    const { state } = given(opened, linked, corrected);
    expect(state).toEqual({
      id: matterId,
      registryNumber: 'KS-2023/181',
      title: personal(matterId, 'Referensgrupp'),
      openedOn: '2023-01-16',
      links: [{ otherId, relation: 'continues' }],
    });
  });

  it('is still open after all, and does not belong with the other, edge case 10', () => {
    const corrected: MatterEvent = {
      type: 'MatterRegistrationCorrected',
      data: { matterId, clears: ['closedOn'], unlinks: [otherId] },
    };
    const correct = { type: 'CorrectMatterRegistration', clears: ['closedOn'], unlinks: [otherId] } as const;
    given(opened, linked, closed).when(correct).then(corrected);
    expect(given(opened, linked, closed, corrected).state).toEqual(given(opened).state);
    given(opened).when(correct).thenNothing();
    given(opened, closed)
      .when({ ...correct, closedOn: partialDate('2024') })
      .thenRefused('set-and-cleared', '/clears/0');
  });

  it('is not closed before it is opened, whatever days the two were', () => {
    given(opened)
      .when({ type: 'CloseMatter', on: partialDate('2022') })
      .thenRefused('from-after-to', '/on');
    given(opened, closed)
      .when({ type: 'CorrectMatterRegistration', openedOn: partialDate('2023-03') })
      .thenRefused('from-after-to', '/closedOn');
    given(opened)
      .when({ type: 'CloseMatter', on: partialDate('2023') })
      .then({ type: 'MatterClosed', data: { matterId, on: partialDate('2023') } });
  });

  it.each<[string, MatterStatus]>([
    ['2023-01-15', 'not-opened'],
    ['2023-01-16', 'open'],
    ['2023-02-01', 'undated'],
    ['2023-02-28', 'closed'],
  ])('opened 16 January and closed some day of February stands on %s as %s', (day, status) => {
    expect(presentMatter(given(opened, closed).state, civilDate(day)).status).toBe(status);
  });
});
