import type { CivilDate } from '@liggare/kernel';
import { IsCivilDate, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { PROTECTION_KINDS, type ProtectionKind } from '../domain/protection.js';

export class ProtectIdentityDto {
  @ApiProperty({
    enum: PROTECTION_KINDS,
    description:
      'Sekretessmarkering, skyddad folkbokföring eller fingerade personuppgifter · Which protection the authority decided',
    example: 'confidentiality-marking',
  })
  @IsIn(PROTECTION_KINDS)
  kind!: ProtectionKind;

  @ApiPropertyOptional({
    type: String,
    description: 'Första dagen enligt myndigheten; uppgifterna döljs genast · First day; masking does not wait for it',
    example: '2024-06-01',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  from?: CivilDate;
}

export class LiftProtectionDto {
  @ApiPropertyOptional({
    type: String,
    description: 'Första dagen utan skydd, enligt myndigheten · First day without it, as the authority says',
    example: '2024-06-30',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  on?: CivilDate;
}
