import { ApiPropertyOptional } from '@nestjs/swagger';

export class PeriodView {
  @ApiPropertyOptional({
    description: 'Första möjliga dag · First possible day',
    example: '2023-02-13',
    format: 'date',
  })
  from?: string;

  @ApiPropertyOptional({ description: 'Första dagen efter · First day after', example: '2025-06-01', format: 'date' })
  to?: string;
}
