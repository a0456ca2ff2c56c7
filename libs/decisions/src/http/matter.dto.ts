import type { PartialDate } from '@liggare/kernel';
import { AsOfQuery, IsLine, IsLines, IsPartialDate, IsUuidString, MayBeAbsent, PageQuery } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import {
  MATTER_CLEARABLE,
  MATTER_RELATIONS,
  type MatterClearable,
  type MatterRelation,
} from '../domain/matter-events.js';
import { MATTER } from './example-ids.js';

export class OpenMatterDto {
  @ApiPropertyOptional({ description: 'Diarienummer', example: 'KS-2023/118' })
  @MayBeAbsent()
  @IsLine(60)
  registryNumber?: string;

  @ApiProperty({
    description: 'Vad ärendet gäller · What it is about',
    example: 'Politisk referensgrupp för preventionsarbetet',
  })
  @IsLine(500)
  title!: string;

  @ApiProperty({
    type: String,
    description: 'Öppnat, så som det är känt (EDTF) · Opened, as well as it is known',
    example: '2023-01',
  })
  @IsPartialDate()
  openedOn!: PartialDate;
}

export class CloseMatterDto {
  @ApiProperty({ type: String, description: 'Avslutat (EDTF) · Closed', example: '2026-12-31' })
  @IsPartialDate()
  on!: PartialDate;
}

export class LinkMatterDto {
  @ApiProperty({ description: 'Det andra ärendet · The other matter', example: MATTER, format: 'uuid' })
  @IsUuidString()
  otherId!: string;

  @ApiProperty({ enum: MATTER_RELATIONS, example: 'continues' })
  @IsIn(MATTER_RELATIONS)
  relation!: MatterRelation;
}

export class CorrectMatterDto {
  @ApiPropertyOptional({ description: 'Rätt diarienummer · The right registry number', example: 'KS-2023/118' })
  @MayBeAbsent()
  @IsLine(60)
  registryNumber?: string;

  @ApiPropertyOptional({ description: 'Rätt rubrik · The right title', example: 'Politisk referensgrupp' })
  @MayBeAbsent()
  @IsLine(500)
  title?: string;

  @ApiPropertyOptional({ type: String, description: 'Rätt datum (EDTF) · The right date', example: '2023-01-09' })
  @MayBeAbsent()
  @IsPartialDate()
  openedOn?: PartialDate;

  @ApiPropertyOptional({
    type: String,
    description: 'Rätt avslutsdag (EDTF) · The right closing',
    example: '2026-12-31',
  })
  @MayBeAbsent()
  @IsPartialDate()
  closedOn?: PartialDate;

  @ApiPropertyOptional({
    enum: MATTER_CLEARABLE,
    isArray: true,
    description: 'Uppgifter som inte stämmer; closedOn: det är öppet · What is not so; closedOn: it is open',
    example: ['closedOn'],
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(MATTER_CLEARABLE.length)
  @ArrayUnique()
  @IsIn(MATTER_CLEARABLE, { each: true })
  clears?: MatterClearable[];

  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    description: 'Ärenden som det inte hör ihop med · Matters that it does not belong with',
    example: [MATTER],
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUuidString({ each: true })
  unlinks?: string[];

  @ApiPropertyOptional({
    description: 'Varför uppgiften var fel · Why the entry was wrong',
    example: 'Avskrivningsfel',
  })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;
}

export class MattersQuery extends IntersectionType(AsOfQuery, PageQuery) {
  @ApiPropertyOptional({ description: 'Diarienummer, exakt · Registry number, exactly', example: 'KS-2023/118' })
  @MayBeAbsent()
  @IsLine(60)
  registryNumber?: string;
}
