import { IsUuidString } from '@liggare/platform';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { DECISION } from './example-ids.js';

/** Which point of which decision something rests on. */
export class DecisionPointRefDto {
  @ApiProperty({ example: DECISION, format: 'uuid' })
  @IsUuidString()
  decisionId!: string;

  @ApiProperty({ example: 1, minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(999)
  point!: number;
}
