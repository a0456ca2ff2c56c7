import type { CivilDate } from '@liggare/kernel';
import { IsCivilDate, IsLine, IsLines, IsUuidString, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn } from 'class-validator';
import {
  ADJUSTMENT_CLEARABLE,
  NOTICE_CLEARABLE,
  type AdjustmentClearable,
  type NoticeClearable,
} from '../domain/minutes-events.js';
import { FACT } from './example-ids.js';

const day = (description: string, example: string) => ({ type: String, description, example, format: 'date' });

class ParagraphsDto {
  @ApiPropertyOptional({
    type: String,
    isArray: true,
    description:
      'Paragraferna, en och en eller från–till; utelämnat: se anropet · The paragraphs, one by one or as spans; absent: see the call',
    example: ['§ 12', '14–18'],
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsLine(40, { each: true })
  paragraphs?: string[];
}

class AnnouncedDto extends ParagraphsDto {
  @ApiPropertyOptional({
    description: 'Anslaget gäller det som justerades då · It announces what was adjusted then',
    example: FACT,
    format: 'uuid',
  })
  @MayBeAbsent()
  @IsUuidString()
  adjustmentId?: string;

  @ApiPropertyOptional(day('Sista överklagandedag enligt anslaget · Last day to appeal as it says', '2024-05-14'))
  @MayBeAbsent()
  @IsCivilDate()
  statedLastDay?: CivilDate;

  @ApiPropertyOptional({
    description: 'Anslaget som det ersätter · The notice in whose place it was posted',
    example: FACT,
    format: 'uuid',
  })
  @MayBeAbsent()
  @IsUuidString()
  replaces?: string;
}

export class AdjustParagraphsDto extends ParagraphsDto {
  @ApiProperty(day('Justerat · Adjusted', '2024-04-22'))
  @IsCivilDate()
  on!: CivilDate;

  @ApiProperty({ description: 'Omedelbar justering · Adjusted at once, apart from the rest', example: true })
  @IsBoolean()
  immediate!: boolean;
}

export class CorrectAdjustmentDto extends ParagraphsDto {
  @ApiPropertyOptional(day('Rätt dag · The right day', '2024-04-23'))
  @MayBeAbsent()
  @IsCivilDate()
  on?: CivilDate;

  @ApiPropertyOptional({ description: 'Omedelbar justering · Adjusted at once', example: false })
  @MayBeAbsent()
  @IsBoolean()
  immediate?: boolean;

  @ApiPropertyOptional({
    enum: ADJUSTMENT_CLEARABLE,
    isArray: true,
    description: 'Uppgifter som inte stämmer; paragraphs: det var resten · What is not so; paragraphs: it was the rest',
    example: ['paragraphs'],
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(ADJUSTMENT_CLEARABLE.length)
  @ArrayUnique()
  @IsIn(ADJUSTMENT_CLEARABLE, { each: true })
  clears?: AdjustmentClearable[];

  @ApiPropertyOptional({ description: 'Det har inte justerats då · There was no such adjustment', example: false })
  @MayBeAbsent()
  @IsBoolean()
  withdrawn?: boolean;

  @ApiPropertyOptional({ description: 'Varför uppgiften var fel · Why the entry was wrong', example: 'Fel paragraf' })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;
}

export class PostParagraphsNoticeDto extends AnnouncedDto {
  @ApiProperty(day('Anslaget · Posted', '2024-04-23'))
  @IsCivilDate()
  on!: CivilDate;
}

export class CorrectParagraphsNoticeDto extends AnnouncedDto {
  @ApiPropertyOptional(day('Rätt dag för anslaget · The right day it was posted', '2024-04-24'))
  @MayBeAbsent()
  @IsCivilDate()
  on?: CivilDate;

  @ApiPropertyOptional(day('Rätt dag det togs ned · The right day it was taken down', '2024-05-16'))
  @MayBeAbsent()
  @IsCivilDate()
  takenDownOn?: CivilDate;

  @ApiPropertyOptional({
    enum: NOTICE_CLEARABLE,
    isArray: true,
    description:
      'Uppgifter som inte stämmer; takenDownOn: det satt kvar · What is not so; takenDownOn: it was still up',
    example: ['takenDownOn'],
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(NOTICE_CLEARABLE.length)
  @ArrayUnique()
  @IsIn(NOTICE_CLEARABLE, { each: true })
  clears?: NoticeClearable[];

  @ApiPropertyOptional({ description: 'Det fanns inget sådant anslag · There was no such notice', example: false })
  @MayBeAbsent()
  @IsBoolean()
  withdrawn?: boolean;

  @ApiPropertyOptional({ description: 'Varför uppgiften var fel · Why the entry was wrong', example: 'Fel dag' })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;
}
