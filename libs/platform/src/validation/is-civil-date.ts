import { isCivilDate } from '@liggare/kernel';
import { ValidateBy } from 'class-validator';

/** A day of the calendar, `YYYY-MM-DD`. `2023-02-29` is none. */
export function IsCivilDate(): PropertyDecorator {
  return ValidateBy({
    name: 'civil-date',
    validator: {
      validate: (value) => typeof value === 'string' && isCivilDate(value),
      defaultMessage: () => 'must be a day of the calendar, YYYY-MM-DD',
    },
  });
}
