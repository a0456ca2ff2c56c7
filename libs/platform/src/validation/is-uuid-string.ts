import { isUuid } from '@liggare/kernel';
import { ValidateBy, type ValidationOptions } from 'class-validator';

/** A UUID in the one form the register writes: lower case with hyphens (RFC 9562 §4). */
export function IsUuidString(options: ValidationOptions = {}): PropertyDecorator {
  return ValidateBy(
    {
      name: 'uuid',
      validator: {
        validate: (value) => typeof value === 'string' && isUuid(value),
        defaultMessage: () => `${options.each ? 'each value ' : ''}must be a UUID in lower case with hyphens`,
      },
    },
    options,
  );
}
