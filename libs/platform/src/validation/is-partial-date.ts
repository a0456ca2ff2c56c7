import { isPartialDate } from '@liggare/kernel';
import { ValidateBy } from 'class-validator';

/** A date as well as it is known: day, month, year, interval or `unknown` (see `PartialDate` in the kernel). */
export function IsPartialDate(): PropertyDecorator {
  return ValidateBy({
    name: 'partial-date',
    validator: {
      validate: (value) => typeof value === 'string' && isPartialDate(value),
      defaultMessage: () => 'must be a day, month, year, an interval of those (a/b, ../b, a/..) or "unknown"',
    },
  });
}
