import { partialDate, personal, specificationId, specificationOf } from '@liggare/kernel';
import type { InitiativeEvent } from './initiative-events.js';
import { presentInitiative } from './initiative-view.js';
import { initiativeAggregate } from './initiative.js';
import { statusPeriods } from './status-periods.js';

const given = specificationOf(initiativeAggregate);
const initiativeId = specificationId(1);
const registered: InitiativeEvent = {
  type: 'InitiativeRegistered',
  data: {
    ...{ initiativeId, registrationId: specificationId(2), title: 'Trygga stråk', confidence: 'certain' },
    ...{ kinds: ['situational'], level: 'universal', areas: [] },
  },
};
const started: InitiativeEvent = {
  type: 'InitiativeStarted',
  data: { initiativeId, milestoneId: specificationId(3), on: partialDate('2024') },
};
const discarded: InitiativeEvent = { type: 'InitiativeRegisteredInError', data: { initiativeId } };

describe('an initiative entered by mistake', () => {
  it('is discarded once, with a sealed reason', () => {
    given(registered, started)
      .when({ type: 'DiscardInitiative', reason: 'Fanns redan.' })
      .then({
        type: 'InitiativeRegisteredInError',
        data: { initiativeId, reason: personal(initiativeId, 'Fanns redan.') },
      });
    given(registered, discarded).when({ type: 'DiscardInitiative' }).thenNothing();
  });

  it('keeps what it claimed to be, and has no status any more', () => {
    const { state } = given(registered, started, discarded);
    const view = presentInitiative(state, '2024-06-01' as never);
    expect(view).toMatchObject({ registeredInError: true, title: 'Trygga stråk' });
    expect(view.status).toBeUndefined();
    expect(statusPeriods(state)).toEqual([]);
    given(registered, discarded)
      .when({ type: 'ResumeInitiative', on: '2024-06-01' as never })
      .thenRefused('registered-in-error');
  });
});
