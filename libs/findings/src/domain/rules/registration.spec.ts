import type { RecordedEvent } from '@liggare/kernel';
import { idOf } from '../../testing/known.js';
import { examineRegistration } from '../examine.js';

const recorded = (recordedAt: string, validFrom?: string) =>
  ({ eventId: idOf('event'), recordedAt, metadata: validFrom === undefined ? {} : { validFrom } }) as RecordedEvent;
const found = (event: RecordedEvent) =>
  examineRegistration(event, 'group', idOf('group')).map(({ rule, raisedOn, clearedOn }) => [
    rule,
    raisedOn,
    clearedOn,
  ]);

describe('registrations', () => {
  it('edge case 1: more than thirty days late is said, by the municipality’s calendar', () => {
    expect(found(recorded('2024-03-02T10:00:00.000Z', '2024-02-01'))).toEqual([]);
    expect(found(recorded('2024-03-02T23:30:00.000Z', '2024-02-01'))).toEqual([
      ['registered-late', '2024-03-03', undefined],
    ]);
  });

  it('edge case 2: far ahead is said until the day has come', () => {
    expect(found(recorded('2024-01-01T10:00:00.000Z', '2025-01-01'))).toEqual([]);
    expect(found(recorded('2024-01-01T10:00:00.000Z', '2034-01-01'))).toEqual([
      ['registered-far-ahead', '2024-01-01', '2034-01-01'],
    ]);
  });

  it('says nothing of what has no day', () => {
    expect(found(recorded('2024-01-01T10:00:00.000Z'))).toEqual([]);
  });
});
