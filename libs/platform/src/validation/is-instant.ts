import { instant } from '@liggare/kernel';
import { ValidateBy } from 'class-validator';

/** A moment: RFC 3339 with an offset. */
export function IsInstant(): PropertyDecorator {
  return ValidateBy({
    name: 'instant',
    validator: { validate: isMoment, defaultMessage: () => 'must be an RFC 3339 date-time with offset' },
  });
}

function isMoment(value: unknown): boolean {
  try {
    return typeof value === 'string' && instant(value) !== '';
  } catch {
    return false;
  }
}
