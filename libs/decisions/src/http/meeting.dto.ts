import type { PartialDate } from '@liggare/kernel';
import { AsOfQuery, IsLine, IsLines, IsPartialDate, MayBeAbsent, PageQuery } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsUUID, ValidateNested } from 'class-validator';
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
}

export class MeetingsQuery extends IntersectionType(AsOfQuery, PageQuery) {
  @ApiPropertyOptional({ description: 'Bara detta organs · Only this body’s', example: GROUP, format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  organGroupId?: string;
}
