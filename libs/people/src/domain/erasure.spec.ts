import { civilDate, personal, specificationOf } from '@liggare/kernel';
import type { ErasureEvent } from './erasure-events.js';
import { erasureAggregate } from './erasure.js';

const given = specificationOf(erasureAggregate);
const erasureId = '11111111-1111-4111-8111-111111111111';
const subjectId = '22222222-2222-4222-8222-222222222222';
const authority = 'Kommunstyrelsen';
const legalBasis = 'Gallringsbeslut KS 2026:12';
const decision = { decisionId: '33333333-3333-4333-8333-333333333333', point: 2 };
const on = civilDate('2026-11-20');

const requested: ErasureEvent = {
  type: 'ErasureRequested',
  data: { erasureId, subjectId, ground: 'disposal-decision' },
};
const refused: ErasureEvent = {
  type: 'ErasureRefused',
  data: { erasureId, subjectId, ground: 'arkivlagen', authority },
};
const key = (generation: number) => ({
  keyId: `${subjectId}/${generation}`,
  keyCommitment: `commitment-${generation}`,
  affectedCount: generation,
  affectedDigest: `digest-${generation}`,
});
const erased = (generation: number): ErasureEvent => ({
  type: 'SubjectKeyErased',
  data: { erasureId, subjectId, ...key(generation), authority, legalBasis, decision, on },
});
const record = { type: 'RecordErasure', authority, legalBasis, decision, on, keys: [key(1), key(2)] } as const;

describe('an erasure', () => {
  it('is requested on a ground, its words sealed under the key of the subject itself', () => {
    given()
      .when({ type: 'RequestErasure', erasureId, subjectId, ground: 'gdpr-17-1-a', text: 'Radera N.N.' })
      .then({
        type: 'ErasureRequested',
        data: { erasureId, subjectId, ground: 'gdpr-17-1-a', text: personal(subjectId, 'Radera N.N.') },
      });
    given(requested)
      .when({ type: 'RequestErasure', erasureId, subjectId, ground: 'gdpr-17-1-a' })
      .thenRefused('already-exists');
  });

  it.each(['gdpr-17-3-b', 'gdpr-17-3-d', 'arkivlagen'] as const)(
    'edge case 56: is refused because the record must stay (%s), and the refusal is in the log',
    (ground) => {
      given(requested)
        .when({ type: 'RefuseErasure', ground, authority, decision, text: 'Handlingen om N.N. bevaras' })
        .then({
          type: 'ErasureRefused',
          data: {
            ...{ erasureId, subjectId, ground, authority, decision },
            text: personal(subjectId, 'Handlingen om N.N. bevaras'),
          },
        });
    },
  );

  it('edge case 56: once refused is neither refused again nor executed', () => {
    given(requested, refused)
      .when({ type: 'RefuseErasure', ground: 'gdpr-17-3-b', authority })
      .thenRefused('erasure-already-refused');
    given(requested, refused).when(record).thenRefused('erasure-refused');
  });

  it('says of each generation of the key that it is destroyed, by whom and on what', () => {
    given(requested).when(record).then(erased(1), erased(2));
    const { state } = given(requested, erased(1), erased(2));
    expect(state).toMatchObject({ status: 'executed', execution: { authority, decision, on, keys: [key(1), key(2)] } });
  });

  it('says so once, however often it is asked', () => {
    given(requested, erased(1), erased(2)).when(record).thenNothing();
  });

  it('is not refused once the keys are gone', () => {
    given(requested, erased(1))
      .when({ type: 'RefuseErasure', ground: 'arkivlagen', authority })
      .thenRefused('erasure-already-executed');
  });

  it('is complete on the day the last backup is gone, which comes after the deed and not in the future', () => {
    const complete = (day: string) => ({ type: 'CompleteErasure', on: civilDate(day) }) as const;
    given(requested).when(complete('2026-11-23')).thenRefused('not-executed');
    given(requested, erased(1)).when(complete('2026-11-19')).thenRefused('before-execution', '/on');
    given(requested, erased(1)).when(complete('2026-11-24')).thenRefused('in-the-future', '/on');
    const completed: ErasureEvent = {
      type: 'ErasureCompleted',
      data: { erasureId, subjectId, on: civilDate('2026-11-23') },
    };
    given(requested, erased(1)).when(complete('2026-11-23')).then(completed);
    given(requested, erased(1), completed).when(complete('2026-11-23')).thenNothing();
    given(requested, erased(1), completed).when(complete('2026-11-22')).thenRefused('erasure-already-completed');
  });

  it('that nobody requested is not carried out', () => {
    given().when(record).thenRefused('not-registered');
  });
});
