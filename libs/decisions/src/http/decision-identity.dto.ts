import { IsLine, IsUuidString, MayBeAbsent } from '@liggare/platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsObject, Max, Min, ValidateNested } from 'class-validator';
import { OrganDto } from './organ.dto.js';
import { MATTER, MEETING } from './example-ids.js';

/** What identifies the paper, as well as it is known. */
export class DecisionIdentityDto {
  @ApiPropertyOptional({ type: OrganDto, description: 'Vem som beslutade · Who decided' })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => OrganDto)
  organ?: OrganDto;

  @ApiPropertyOptional({ description: 'Sammanträdet · The meeting', example: MEETING, format: 'uuid' })
  @MayBeAbsent()
  @IsUuidString()
  meetingId?: string;

  @ApiPropertyOptional({ description: 'Ärendet · The matter', example: MATTER, format: 'uuid' })
  @MayBeAbsent()
  @IsUuidString()
  matterId?: string;

  @ApiPropertyOptional({
    description: 'Skiljer sammanträden samma dag, om sammanträdet inte är registrerat · Tells meetings of a day apart',
    example: '2',
  })
  @MayBeAbsent()
  @IsLine(20)
  session?: string;

  @ApiPropertyOptional({
    type: 'integer',
    description: 'Ordning bland dagens beslut, när session och § inte räcker · Order among the decisions of the day',
    example: 1,
    minimum: 1,
    maximum: 9_999,
  })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(9_999)
  sequence?: number;

  @ApiPropertyOptional({ description: '§ i protokollet · in the minutes', example: '18' })
  @MayBeAbsent()
  @IsLine(40)
  paragraph?: string;

  @ApiPropertyOptional({ description: 'Nummer på dagordningen, inte § · Agenda number, not §', example: '22' })
  @MayBeAbsent()
  @IsLine(40)
  agendaItem?: string;

  @ApiPropertyOptional({ description: 'Diarienummer', example: 'KS-2023/118' })
  @MayBeAbsent()
  @IsLine(60)
  registryNumber?: string;
}
