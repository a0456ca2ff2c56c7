import { MayBeAbsent } from '@liggare/platform';
import { applyDecorators } from '@nestjs/common';
import { IsInt, Max, Min } from 'class-validator';

/** A number of persons or ballots, if it is known. */
export function IsCount(): PropertyDecorator {
  return applyDecorators(MayBeAbsent(), IsInt(), Min(0), Max(1_000_000));
}
