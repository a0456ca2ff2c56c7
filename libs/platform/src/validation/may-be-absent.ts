import { ValidateIf } from 'class-validator';

/** The property may be left out. Unlike `IsOptional` it does not let `null` through, which no event can hold. */
export function MayBeAbsent(): PropertyDecorator {
  return ValidateIf((_body, value) => value !== undefined);
}
