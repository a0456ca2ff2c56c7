import { civilDate, personal, specificationId as id, specificationOf } from '@liggare/kernel';
import type { FindingEvent } from './acknowledgement-events.js';
import { acknowledgedOn, findingAggregate, type FindingCommand } from './acknowledgement.js';

const given = specificationOf(findingAggregate);
const found = { findingId: id(9), rule: 'notice-late', entityType: 'decision', entityId: id(8) };
const acknowledge: FindingCommand = { type: 'AcknowledgeFinding', ...found, reason: 'Känt sedan tidigare' };
const reason = personal(id(9), 'Känt sedan tidigare');
const acknowledged = (from: string, until?: string): FindingEvent => ({
  type: 'FindingAcknowledged',
  data: {
    ...{ ...found, acknowledgementId: id(0), from: civilDate(from) },
    ...(until === undefined ? {} : { until: civilDate(until) }),
    reason,
  },
});
const withdraw: FindingCommand = { type: 'WithdrawAcknowledgement', acknowledgementId: id(0) };
const withdrawn = (on: string): FindingEvent => ({
  type: 'AcknowledgementWithdrawn',
  data: { findingId: id(9), acknowledgementId: id(0), on: civilDate(on) },
});

describe('acknowledging a finding', () => {
  it('is an event with a sealed reason, from today', () => {
    given().when(acknowledge).then(acknowledged('2026-11-23'));
  });

  it('can say when it is to be looked at again, which lies ahead', () => {
    const until = (day: string): FindingCommand => ({ ...acknowledge, until: civilDate(day) });
    given().when(until('2027-01-01')).then(acknowledged('2026-11-23', '2027-01-01'));
    given().when(until('2026-11-23')).thenRefused('until-not-ahead', '/until');
  });

  it('is refused while one counts, and taken when that was withdrawn or is over', () => {
    given(acknowledged('2026-01-01')).when(acknowledge).thenRefused('already-acknowledged');
    given(acknowledged('2026-01-01', '2026-02-01')).when(acknowledge).then(acknowledged('2026-11-23'));
    given(acknowledged('2026-01-01'), withdrawn('2026-02-01')).when(acknowledge).then(acknowledged('2026-11-23'));
  });

  it('can be withdrawn, once', () => {
    given().when(withdraw).thenRefused('unknown-acknowledgement', '/acknowledgementId');
    given(acknowledged('2026-01-01')).when(withdraw).then(withdrawn('2026-11-23'));
    given(acknowledged('2026-01-01'), withdrawn('2026-02-01')).when(withdraw).thenNothing();
  });

  it('counts on the days it was not withdrawn', () => {
    const { state } = given(acknowledged('2026-01-01'), withdrawn('2026-02-01'));
    const counts = (day: string) => acknowledgedOn(state, civilDate(day))?.acknowledgementId;
    expect([counts('2025-12-31'), counts('2026-01-31'), counts('2026-02-01')]).toEqual([undefined, id(0), undefined]);
  });
});
