import type { CivilDate } from '@liggare/kernel';
import { AsOfQuery, IsCivilDate, IsLine, MayBeAbsent, PageQuery } from '@liggare/platform';
import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { FOLLOW_UP_STATUSES, type FollowUpStatus } from '../domain/initiative-vocabulary.js';
import { PROBLEM_STATUSES, type ProblemStatus } from '../domain/problem-vocabulary.js';

export class ProblemsQuery extends IntersectionType(AsOfQuery, PageQuery) {
  @ApiPropertyOptional({ enum: PROBLEM_STATUSES, description: 'Status den dagen · Status on the day' })
  @MayBeAbsent()
  @IsIn(PROBLEM_STATUSES)
  status?: ProblemStatus;

  @ApiPropertyOptional({ description: 'Område, kod eller namn · Area, code or name', example: 'Skogås' })
  @MayBeAbsent()
  @IsLine(100)
  area?: string;

  @ApiPropertyOptional({ description: 'Text i benämningen · Text in the title', example: 'drog' })
  @MayBeAbsent()
  @IsLine(200)
  q?: string;
}

export class IndicatorsQuery extends IntersectionType(AsOfQuery, PageQuery) {
  @ApiPropertyOptional({ description: 'Som följer åtgärden den dagen · That follow the initiative', format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  initiativeId?: string;

  @ApiPropertyOptional({ description: 'Som följer problemet den dagen · That follow the problem', format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  problemId?: string;

  @ApiPropertyOptional({ description: 'Text i namnet · Text in the name', example: 'trygg' })
  @MayBeAbsent()
  @IsLine(200)
  q?: string;
}

export class FollowUpsQuery extends IntersectionType(AsOfQuery, PageQuery) {
  @ApiPropertyOptional({
    type: String,
    description: 'Senast den dagen eller senare · Due on this day or later',
    example: '2026-10-01',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  from?: CivilDate;

  @ApiPropertyOptional({
    type: String,
    description: 'Senast före den dagen · Due before this day',
    example: '2027-01-01',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  to?: CivilDate;

  @ApiPropertyOptional({ enum: FOLLOW_UP_STATUSES, description: 'Hur det står till den dagen · How it stands' })
  @MayBeAbsent()
  @IsIn(FOLLOW_UP_STATUSES)
  status?: FollowUpStatus;
}
