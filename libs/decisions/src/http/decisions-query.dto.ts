import type { CivilDate } from '@liggare/kernel';
import { AsOfQuery, digits, IsCivilDate, IsLine, MayBeAbsent, PageQuery } from '@liggare/platform';
import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { GROUP, MATTER, MEETING } from './example-ids.js';

export class DecisionsQuery extends IntersectionType(AsOfQuery, PageQuery) {
  @ApiPropertyOptional({ description: 'Bara detta organs · Only this body’s', example: GROUP, format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  organGroupId?: string;

  @ApiPropertyOptional({ example: MATTER, format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  matterId?: string;

  @ApiPropertyOptional({ example: MEETING, format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  meetingId?: string;

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
