import type { CivilDate } from '@liggare/kernel';
import { AsOfQuery, digits, IsCivilDate, IsLine, IsUuidString, MayBeAbsent, PageQuery } from '@liggare/platform';
import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { OUTCOMES, type Outcome } from '../domain/decision-vocabulary.js';
import { GROUP, MATTER, MEETING } from './example-ids.js';

export class DecisionsQuery extends IntersectionType(AsOfQuery, PageQuery) {
  @ApiPropertyOptional({ description: 'Bara detta organs · Only this body’s', example: GROUP, format: 'uuid' })
  @MayBeAbsent()
  @IsUuidString()
  organGroupId?: string;

  @ApiPropertyOptional({ example: MATTER, format: 'uuid' })
  @MayBeAbsent()
  @IsUuidString()
  matterId?: string;

  @ApiPropertyOptional({ example: MEETING, format: 'uuid' })
  @MayBeAbsent()
  @IsUuidString()
  meetingId?: string;

  @ApiPropertyOptional({
    description:
      'Namn på ett organ utanför registret, eller ett möjligt · Name of a body outside it, or a possible one',
    example: 'Kommunfullmäktige',
  })
  @MayBeAbsent()
  @IsLine(200)
  organ?: string;

  @ApiPropertyOptional({
    enum: OUTCOMES,
    description: 'Bara med detta utfall · Only with this outcome',
    example: 'adopted',
  })
  @MayBeAbsent()
  @IsIn(OUTCOMES)
  outcome?: Outcome;

  @ApiPropertyOptional({ description: 'Session samma dag · Session of the day', example: '2' })
  @MayBeAbsent()
  @IsLine(20)
  session?: string;

  @ApiPropertyOptional({ description: '§; säger något bara med organ och dag · § with body and day', example: '18' })
  @MayBeAbsent()
  @IsLine(40)
  paragraph?: string;

  @ApiPropertyOptional({ description: 'Diarienummer, exakt · exactly', example: 'KS-2023/118' })
  @MayBeAbsent()
  @IsLine(60)
  registryNumber?: string;

  @ApiPropertyOptional({
    type: String,
    description: 'Kan ha fattats från och med · May have been made from',
    example: '2023-01-01',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  from?: CivilDate;

  @ApiPropertyOptional({
    type: String,
    description: 'Kan ha fattats före · May have been made before',
    example: '2024-01-01',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  to?: CivilDate;
}

export class DependentsQuery extends IntersectionType(AsOfQuery, PageQuery) {
  @ApiPropertyOptional({ description: 'Bara denna punkt · Only this point', example: 2, minimum: 1 })
  @MayBeAbsent()
  @Transform(digits)
  @IsInt()
  @Min(1)
  @Max(999)
  point?: number;
}

export class DuplicatesQuery extends IntersectionType(AsOfQuery, PageQuery) {}
