import { BasedDto } from '@liggare/decisions';
import type { PartialDate } from '@liggare/kernel';
import { IsLine, IsPartialDate, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, IsUUID, ValidateNested } from 'class-validator';
import { RESPONSIBILITY_ROLES, type ResponsibilityRole } from '../domain/initiative-vocabulary.js';

const ID = '5f0f2f3e-0d5c-5a53-8c3f-3b8a1c0f9a11';

/** A body of the register, or the name of one outside it. */
export class ResponsibleBodyDto {
  @ApiPropertyOptional({
    description: 'Organet, om det finns i registret · The body, if it is in the register',
    example: ID,
    format: 'uuid',
  })
  @MayBeAbsent()
  @IsUUID()
  groupId?: string;

  @ApiPropertyOptional({ description: 'Annars dess namn · Else its name', example: 'Samhällsbyggnadsnämnden' })
  @MayBeAbsent()
  @IsLine(200)
  name?: string;
}

export class AssignResponsibilityDto extends BasedDto {
  @ApiProperty({ type: ResponsibleBodyDto, description: 'Vem som ansvarar, aldrig en person · Who; never a person' })
  @IsObject()
  @ValidateNested()
  @Type(() => ResponsibleBodyDto)
  body!: ResponsibleBodyDto;

  @ApiProperty({
    enum: RESPONSIBILITY_ROLES,
    description: 'Ett nytt huvudansvar (lead) avlöser det tidigare · A new lead takes over from the earlier one',
    example: 'lead',
  })
  @IsIn(RESPONSIBILITY_ROLES)
  role!: ResponsibilityRole;

  @ApiProperty({ type: String, description: 'Första dagen (EDTF) · First day', example: '2025-06-01' })
  @IsPartialDate()
  from!: PartialDate;

  @ApiPropertyOptional({
    type: String,
    description: 'Första dagen utan ansvar (EDTF) · First day it no longer holds',
    example: '2027-01-01',
  })
  @MayBeAbsent()
  @IsPartialDate()
  to?: PartialDate;
}

export class EndResponsibilityDto extends BasedDto {
  @ApiProperty({
    type: String,
    description: 'Första dagen utan ansvar (EDTF) · First day it no longer holds',
    example: '2027-01-01',
  })
  @IsPartialDate()
  to!: PartialDate;
}

export class AddPartnerDto extends BasedDto {
  @ApiProperty({ description: 'Organisationens namn, aldrig en persons · Name of an organisation', example: 'Polisen' })
  @IsLine(200)
  name!: string;

  @ApiPropertyOptional({ type: String, description: 'Första dagen (EDTF) · First day', example: '2023' })
  @MayBeAbsent()
  @IsPartialDate()
  from?: PartialDate;
}

export class PartnerLeavesDto extends BasedDto {
  @ApiProperty({ description: 'Samverkan som upphör · The partnership that ends', example: ID, format: 'uuid' })
  @IsUUID()
  partnerId!: string;

  @ApiProperty({ type: String, description: 'Första dagen utan (EDTF) · First day without', example: '2025-01-01' })
  @IsPartialDate()
  to!: PartialDate;
}
