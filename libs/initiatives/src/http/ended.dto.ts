import { BasedDto } from '@liggare/decisions';
import type { PartialDate } from '@liggare/kernel';
import { IsPartialDate } from '@liggare/platform';
import { ApiProperty } from '@nestjs/swagger';

/** Something no longer holds. */
export class EndedDto extends BasedDto {
  @ApiProperty({
    type: String,
    description: 'Första dagen det inte längre gäller (EDTF) · First day it no longer holds',
    example: '2026-01-01',
  })
  @IsPartialDate()
  to!: PartialDate;
}
