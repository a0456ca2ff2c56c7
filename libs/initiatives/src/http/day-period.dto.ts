import type { CivilDate } from '@liggare/kernel';
import { IsCivilDate } from '@liggare/platform';
import { ApiProperty } from '@nestjs/swagger';

/** Half-open: `to` is the first day after. */
export class DayPeriodDto {
  @ApiProperty({ type: String, description: 'Första dagen · First day', example: '2024-01-01', format: 'date' })
  @IsCivilDate()
  from!: CivilDate;

  @ApiProperty({
    type: String,
    description: 'Första dagen efter · First day after',
    example: '2025-01-01',
    format: 'date',
  })
  @IsCivilDate()
  to!: CivilDate;
}
