import { personal, specificationId, specificationOf } from '@liggare/kernel';
import type { PersonEvent } from './person-events.js';
import { personAggregate } from './person.js';

const given = specificationOf(personAggregate);
const [survivorId, mergedId, thirdId] = [100, 101, 102].map(specificationId) as [string, string, string];
const mergeId = specificationId(0);

const registered = (personId: string): PersonEvent => ({
  type: 'PersonRegistered',
  data: {
    personId,
    nameId: specificationId(200),
    givenName: personal(personId, 'Amanda'),
    familyName: personal(personId, 'Exempelsson'),
  },
});
const merged = (other: { survivorId?: string; mergedId?: string; mergeId?: string } = {}): PersonEvent => ({
  type: 'PersonsMerged',
  data: { mergeId, survivorId, mergedId, ...other },
});
const undone: PersonEvent = { type: 'PersonMergeUndone', data: { corrects: mergeId, survivorId, mergedId } };

describe('edge case 55: the same human being was registered twice', () => {
  it('the event is the same in both streams, with a sealed reason', () => {
    const reason = { reason: personal(mergedId, 'samma Amanda') };
    for (const personId of [survivorId, mergedId]) {
      given(registered(personId))
        .when({ type: 'MergePersons', survivorId, mergedId, reason: ' samma Amanda' })
        .then({ type: 'PersonsMerged', data: { mergeId, survivorId, mergedId, ...reason } });
    }
  });

  it('each says who the other is; nothing else of either changes', () => {
    const { standsFor, ...survivor } = given(registered(survivorId), merged()).state;
    const { mergedInto, ...duplicate } = given(registered(mergedId), merged()).state;
    expect(standsFor).toEqual([{ mergeId, personId: mergedId }]);
    expect(mergedInto).toEqual({ mergeId, personId: survivorId });
    expect({ ...survivor, standsFor: [] }).toEqual(given(registered(survivorId)).state);
    expect(duplicate).toEqual(given(registered(mergedId)).state);
  });

  it('the same merge again does nothing', () => {
    for (const personId of [survivorId, mergedId]) {
      given(registered(personId), merged()).when({ type: 'MergePersons', survivorId, mergedId }).thenNothing();
    }
  });

  it('refuses to merge a person with itself, twice, and into one that is merged away', () => {
    given(registered(mergedId))
      .when({ type: 'MergePersons', survivorId: mergedId, mergedId })
      .thenRefused('same-person', '/mergedId');
    given(registered(mergedId), merged())
      .when({ type: 'MergePersons', survivorId: thirdId, mergedId })
      .thenRefused('already-merged', '/mergedId');
    given(registered(mergedId), merged())
      .when({ type: 'MergePersons', survivorId: mergedId, mergedId: thirdId })
      .thenRefused('survivor-is-merged');
  });

  it('who stands for another may be merged in turn', () => {
    given(registered(survivorId), merged())
      .when({ type: 'MergePersons', survivorId: thirdId, mergedId: survivorId })
      .then({ type: 'PersonsMerged', data: { mergeId, survivorId: thirdId, mergedId: survivorId } });
  });

  it('a merge by mistake is undone in both streams, and each is as it was', () => {
    for (const personId of [survivorId, mergedId]) {
      given(registered(personId), merged()).when({ type: 'UndoMerge', mergeId }).then(undone);
      expect(given(registered(personId), merged(), undone).state).toEqual(given(registered(personId)).state);
    }
  });

  it('undoing one merge leaves the others', () => {
    const second = specificationId(7);
    const state = given(registered(survivorId), merged(), merged({ mergedId: thirdId, mergeId: second }), undone).state;
    expect(state.standsFor).toEqual([{ mergeId: second, personId: thirdId }]);
    given(registered(survivorId)).when({ type: 'UndoMerge', mergeId }).thenRefused('unknown-merge', '/mergeId');
  });
});
