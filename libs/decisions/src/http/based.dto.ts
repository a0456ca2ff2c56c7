import { MayBeAbsent } from '@liggare/platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import { DecisionPointRefDto } from './decision-point-ref.dto.js';

/** Facts that rest on a decision, if they do. */
export class BasedDto {
  @ApiPropertyOptional({
    type: DecisionPointRefDto,
    description: 'Beslutspunkten det vilar på · The decision point it rests on',
  })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => DecisionPointRefDto)
  basis?: DecisionPointRefDto;
}
