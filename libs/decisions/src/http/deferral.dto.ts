import type { PartialDate } from '@liggare/kernel';
import { IsLines, IsPartialDate, MayBeAbsent, sealedText } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, ValidateNested } from 'class-validator';
import { DEFERRED_BY, type DeferredBy } from '../domain/deferral-events.js';
import { DEFERRAL_REMARKS, type DeferralRemark } from '../domain/deferral.js';
import { OrganDto } from './organ.dto.js';

export class DeferDecisionDto {
  @ApiPropertyOptional({
    enum: DEFERRED_BY,
    description: 'Av majoriteten, eller av en minoritet (5 kap. 50 § KL) · By a majority, or by a minority',
    example: 'minority',
  })
  @MayBeAbsent()
  @IsIn(DEFERRED_BY)
  by?: DeferredBy;

  @ApiPropertyOptional({ type: OrganDto, description: 'Till vem det återremitterades · To whom it was sent back' })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => OrganDto)
  to?: OrganDto;

  @ApiPropertyOptional({ type: String, description: 'Till när (EDTF) · Until when', example: '2024-04' })
  @MayBeAbsent()
  @IsPartialDate()
  until?: PartialDate;

  @ApiPropertyOptional({ description: 'Varför, och vad som ska utredas · Why', example: 'Kostnaden ska utredas' })
  @MayBeAbsent()
  @IsLines(5_000)
  grounds?: string;
}

export class DeferralView {
  @ApiPropertyOptional({ enum: DEFERRED_BY, description: 'Av vem · By whom', example: 'minority' })
  by?: DeferredBy;

  @ApiPropertyOptional({ type: OrganDto, description: 'Till vem · To whom' })
  to?: OrganDto;

  @ApiPropertyOptional({ description: 'Till när (EDTF) · Until when', example: '2024-04' })
  until?: string;

  @ApiPropertyOptional(sealedText('Varför · Why', 'Kostnaden ska utredas'))
  grounds?: unknown;

  @ApiProperty({
    enum: DEFERRAL_REMARKS,
    isArray: true,
    description: 'Vad som inte går ihop · What does not fit together',
    example: ['election-by-minority'],
  })
  remarks!: DeferralRemark[];
}
