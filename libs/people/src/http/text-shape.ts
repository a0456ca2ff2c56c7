import { applyDecorators } from '@nestjs/common';
import { IsString, Matches, MaxLength } from 'class-validator';

/** Something other than white space; no control characters (PostgreSQL takes no NUL) and no broken Unicode. */
const LINE = /^(?=.*\S)[^\p{Cc}\p{Cs}]+$/u;
const LINES = /^(?=[\s\S]*\S)(?:[^\p{Cc}\p{Cs}]|\n)+$/u;

/** One line of text that says something. */
export function IsLine(maxLength: number): PropertyDecorator {
  return applyDecorators(
    IsString(),
    MaxLength(maxLength),
    Matches(LINE, { message: '$property must be one line of text without control characters' }),
  );
}

/** Text that says something and may have several lines, separated by line feeds. */
export function IsLines(maxLength: number): PropertyDecorator {
  return applyDecorators(
    IsString(),
    MaxLength(maxLength),
    Matches(LINES, { message: '$property must be text without control characters other than line feeds' }),
  );
}
