import { AsOfQuery, IsLine, IsLines, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  ValidateNested,
} from 'class-validator';
import {
  ATTENDANCE_CLEARABLE,
  ATTENDANCE_ROLES,
  type AttendanceClearable,
  type AttendanceRole,
} from '../domain/attendance-events.js';
import { NamedPersonDto } from './named-person.dto.js';

export class ParagraphSpanDto {
  @ApiPropertyOptional({
    description: 'Första §; saknas: från början · First §; absent: from the start',
    example: '12',
  })
  @MayBeAbsent()
  @IsLine(40)
  from?: string;

  @ApiPropertyOptional({ description: 'Sista §; saknas: till slutet · Last §; absent: to the end', example: '18' })
  @MayBeAbsent()
  @IsLine(40)
  to?: string;
}

class AttendanceFactsDto extends NamedPersonDto {
  @ApiPropertyOptional({ type: NamedPersonDto, description: 'I vems ställe · In whose place' })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => NamedPersonDto)
  servesFor?: NamedPersonDto;

  @ApiPropertyOptional({
    type: [ParagraphSpanDto],
    description: 'Vilka paragrafer; saknas: hela sammanträdet · Which paragraphs; absent: the whole meeting',
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => ParagraphSpanDto)
  spans?: ParagraphSpanDto[];

  @ApiPropertyOptional({
    description: 'Vad protokollet mer säger · What else the minutes say',
    example: 'kom kl. 13.10',
  })
  @MayBeAbsent()
  @IsLines(2_000)
  note?: string;
}

export class AttendanceEntryDto extends AttendanceFactsDto {
  @ApiProperty({ enum: ATTENDANCE_ROLES, description: 'Som vad · As what', example: 'serving-substitute' })
  @IsIn(ATTENDANCE_ROLES)
  role!: AttendanceRole;
}

export class RecordAttendanceDto {
  @ApiProperty({
    type: [AttendanceEntryDto],
    description: 'Rad för rad; en person kan ha flera · Line by line; a person may have several',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => AttendanceEntryDto)
  entries!: AttendanceEntryDto[];

  @ApiPropertyOptional({ description: 'Källan · The source', example: 'Protokollets första sida' })
  @MayBeAbsent()
  @IsLines(5_000)
  sourceNote?: string;
}

export class CorrectAttendanceDto extends AttendanceFactsDto {
  @ApiPropertyOptional({ enum: ATTENDANCE_ROLES, description: 'Som vad · As what', example: 'member' })
  @MayBeAbsent()
  @IsIn(ATTENDANCE_ROLES)
  role?: AttendanceRole;

  @ApiPropertyOptional({
    enum: ATTENDANCE_CLEARABLE,
    isArray: true,
    description: 'Uppgifter som protokollet inte har · What the minutes do not say',
    example: ['spans'],
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(ATTENDANCE_CLEARABLE.length)
  @ArrayUnique()
  @IsIn(ATTENDANCE_CLEARABLE, { each: true })
  clears?: AttendanceClearable[];

  @ApiPropertyOptional({
    description: 'Protokollet har ingen sådan rad · The minutes have no such line',
    example: false,
  })
  @MayBeAbsent()
  @IsBoolean()
  withdrawn?: boolean;

  @ApiPropertyOptional({ description: 'Varför uppgiften var fel · Why the entry was wrong', example: 'Fel rad' })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;
}

export class AttendanceQuery extends AsOfQuery {
  @ApiPropertyOptional({
    description: 'Vad var och en hade för del i denna § · What each had to do with this §',
    example: '8',
  })
  @MayBeAbsent()
  @IsLine(40)
  paragraph?: string;
}
