import { applyDecorators } from '@nestjs/common';
import { IsString, Matches, MaxLength, type ValidationOptions } from 'class-validator';

/** Something other than white space; no control characters (PostgreSQL takes no NUL) and no broken Unicode. */
const LINE = /^(?=.*\S)[^\p{Cc}\p{Cs}]+$/u;
const LINES = /^(?=[\s\S]*\S)(?:[^\p{Cc}\p{Cs}]|\n)+$/u;

/** One line of text that says something. */
export function IsLine(maxLength: number, options: ValidationOptions = {}): PropertyDecorator {
  return applyDecorators(
    IsString(options),
    MaxLength(maxLength, options),
    Matches(LINE, { message: '$property must be one line of text without control characters', ...options }),
  );
}

/** Text that says something and may have several lines, separated by line feeds. */
export function IsLines(maxLength: number, options: ValidationOptions = {}): PropertyDecorator {
  return applyDecorators(
    IsString(options),
    MaxLength(maxLength, options),
    Matches(LINES, { message: '$property must be text without control characters other than line feeds', ...options }),
  );
}
