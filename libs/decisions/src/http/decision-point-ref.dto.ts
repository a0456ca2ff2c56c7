import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { DECISION } from './example-ids.js';

/** Which point of which decision something rests on. */
export class DecisionPointRefDto {
  @ApiProperty({ example: DECISION, format: 'uuid' })
  @IsUUID()
  decisionId!: string;

  @ApiProperty({ example: 1, minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(999)
  point!: number;
}
