import type { CivilDate, PartialDate } from '@liggare/kernel';
import {
  AsOfQuery,
  IsCivilDate,
  IsLine,
  IsLines,
  IsPartialDate,
  IsUuidString,
  MayBeAbsent,
  PageQuery,
} from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsObject, ValidateNested } from 'class-validator';
import { MEETING_CLEARABLE, MEETING_KINDS, type MeetingClearable, type MeetingKind } from '../domain/meeting-events.js';
import { OrganDto } from './organ.dto.js';
import { GROUP } from './example-ids.js';

export class RecordMeetingDto {
  @ApiProperty({ type: OrganDto, description: 'Vem som sammanträdde; tomt om okänt · Who met; empty if unknown' })
  @IsObject()
  @ValidateNested()
  @Type(() => OrganDto)
  organ!: OrganDto;

  @ApiProperty({
    type: String,
    description: 'Dag, så som den är känd (EDTF) · The day, as well as it is known',
    example: '2023-02-13',
  })
  @IsPartialDate()
  date!: PartialDate;

  @ApiPropertyOptional({
    description: 'Skiljer flera sammanträden samma dag · Tells meetings of one day apart',
    example: '2',
  })
  @MayBeAbsent()
  @IsLine(20)
  session?: string;

  @ApiPropertyOptional({
    enum: MEETING_KINDS,
    description: 'Slag av sammanträde · Kind of meeting',
    example: 'ordinary',
  })
  @MayBeAbsent()
  @IsIn(MEETING_KINDS)
  kind?: MeetingKind;
}

export class CancelMeetingDto {
  @ApiPropertyOptional({ description: 'Varför · Why', example: 'Ej beslutsfört' })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;
}

export class CorrectMeetingDto extends CancelMeetingDto {
  @ApiPropertyOptional({ type: OrganDto })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => OrganDto)
  organ?: OrganDto;

  @ApiPropertyOptional({ type: String, description: 'Rätt dag (EDTF) · The right day', example: '2023-02-13' })
  @MayBeAbsent()
  @IsPartialDate()
  date?: PartialDate;

  @ApiPropertyOptional({ example: '2' })
  @MayBeAbsent()
  @IsLine(20)
  session?: string;

  @ApiPropertyOptional({ enum: MEETING_KINDS, description: 'Rätt slag · The right kind', example: 'extra' })
  @MayBeAbsent()
  @IsIn(MEETING_KINDS)
  kind?: MeetingKind;

  @ApiPropertyOptional({
    enum: MEETING_CLEARABLE,
    isArray: true,
    description: 'Uppgifter som inte stämmer; cancelled: det hölls · What is not so; cancelled: it was held',
    example: ['cancelled'],
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(MEETING_CLEARABLE.length)
  @ArrayUnique()
  @IsIn(MEETING_CLEARABLE, { each: true })
  clears?: MeetingClearable[];
}

export class MeetingsQuery extends IntersectionType(AsOfQuery, PageQuery) {
  @ApiPropertyOptional({ description: 'Bara detta organs · Only this body’s', example: GROUP, format: 'uuid' })
  @MayBeAbsent()
  @IsUuidString()
  organGroupId?: string;

  @ApiPropertyOptional({
    type: String,
    description: 'Kan ha hållits från och med · May have been held from',
    example: '2023-01-01',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  from?: CivilDate;

  @ApiPropertyOptional({
    type: String,
    description: 'Kan ha hållits före · May have been held before',
    example: '2024-01-01',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  to?: CivilDate;
}
