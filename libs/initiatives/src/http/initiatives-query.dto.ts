import { AsOfQuery, IsLine, MayBeAbsent, PageQuery } from '@liggare/platform';
import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { INITIATIVE_STATUSES, type InitiativeStatus } from '../domain/initiative-vocabulary.js';

export class InitiativesQuery extends IntersectionType(AsOfQuery, PageQuery) {
  @ApiPropertyOptional({ enum: INITIATIVE_STATUSES, description: 'Status den dagen · Status on the day' })
  @MayBeAbsent()
  @IsIn(INITIATIVE_STATUSES)
  status?: InitiativeStatus;

  @ApiPropertyOptional({ description: 'Organ som ansvarar den dagen · Body responsible on the day', format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  bodyGroupId?: string;

  @ApiPropertyOptional({ description: 'Område, kod eller namn · Area, code or name', example: 'Flemingsberg' })
  @MayBeAbsent()
  @IsLine(100)
  area?: string;

  @ApiPropertyOptional({ description: 'Text i benämningen · Text in the title', example: 'stråk' })
  @MayBeAbsent()
  @IsLine(200)
  q?: string;
}
