import type { CivilDate } from '@liggare/kernel';
import { IsCivilDate, IsLine, IsLines, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import { APPEAL_OUTCOMES, type AppealOutcome } from '../domain/legal-force-vocabulary.js';

class OnDayDto {
  @ApiProperty({ type: String, description: 'Dagen · The day', example: '2024-05-10', format: 'date' })
  @IsCivilDate()
  on!: CivilDate;
}

class OnDayOfPointsDto extends OnDayDto {
  @ApiPropertyOptional({
    type: 'integer',
    isArray: true,
    description: 'Punkterna; utelämnat: hela beslutet · The points; absent: the whole decision',
    example: [2],
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(999)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(999, { each: true })
  points?: number[];
}

export class AdjustMinutesDto extends OnDayDto {
  @ApiProperty({ description: 'Omedelbar justering · Adjusted at once, apart from the rest', example: false })
  @IsBoolean()
  immediate!: boolean;
}

export class DiscardAdjustmentDto {
  @ApiPropertyOptional({ description: 'Varför uppgiften var fel · Why the entry was wrong', example: 'Fel paragraf' })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;
}

export class PostNoticeDto extends OnDayDto {
  @ApiPropertyOptional({
    type: String,
    description: 'Sista överklagandedag enligt anslaget · Last day to appeal as the notice says',
    example: '2024-05-14',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  statedLastDay?: CivilDate;
}

export class TakeNoticeDownDto extends OnDayDto {}

export class DiscardNoticeDto extends DiscardAdjustmentDto {}

export class FileAppealDto extends OnDayOfPointsDto {
  @ApiProperty({ description: 'Domstolen · The court', example: 'Förvaltningsrätten i Stockholm' })
  @IsLine(300)
  court!: string;

  @ApiPropertyOptional({ description: 'Målnummer · Number of the case', example: '12345-24' })
  @MayBeAbsent()
  @IsLine(100)
  caseNumber?: string;
}

export class AppealFurtherDto extends OnDayDto {
  @ApiProperty({ description: 'Den högre domstolen · The higher court', example: 'Kammarrätten i Stockholm' })
  @IsLine(300)
  court!: string;

  @ApiPropertyOptional({ description: 'Målnummer · Number of the case', example: '678-25' })
  @MayBeAbsent()
  @IsLine(100)
  caseNumber?: string;
}

export class CloseAppealDto extends OnDayDto {
  @ApiProperty({
    enum: APPEAL_OUTCOMES,
    description: 'Avslaget, avvisat eller återkallat · Outcome',
    example: 'rejected',
  })
  @IsIn(APPEAL_OUTCOMES)
  outcome!: AppealOutcome;

  @ApiPropertyOptional({
    type: String,
    description: 'Laga kraft; utelämnat så länge det kan överklagas · Final; absent while it may be appealed against',
    example: '2024-11-11',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  finalOn?: CivilDate;
}

export class GrantStayDto extends OnDayOfPointsDto {}

export class LiftStayDto extends OnDayDto {}
