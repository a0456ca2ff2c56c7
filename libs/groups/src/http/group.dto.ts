import { BasedDto } from '@liggare/decisions';
import type { CivilDate, PartialDate } from '@liggare/kernel';
import { AsOfQuery, IsCivilDate, IsLine, IsPartialDate, MayBeAbsent, PageQuery } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { LEGAL_FORMS, type LegalForm } from '../domain/vocabulary.js';
import { GROUP } from './example-ids.js';

export class EstablishGroupDto extends BasedDto {
  @ApiProperty({ example: 'Politiska referensgruppen för preventionsarbetet 2023–2026' })
  @IsLine(300)
  name!: string;

  @ApiProperty({
    enum: LEGAL_FORMS,
    description: 'Rättslig form · Legal form',
    example: 'council-preparatory-committee',
  })
  @IsIn(LEGAL_FORMS)
  legalForm!: LegalForm;

  @ApiProperty({ type: String, description: 'Finns från (EDTF) · Exists from', example: '2023-02-13' })
  @IsPartialDate()
  from!: PartialDate;

  @ApiPropertyOptional({
    type: String,
    description: 'Till, exklusive (EDTF) · Until, exclusive',
    example: '2027-01-01',
  })
  @MayBeAbsent()
  @IsPartialDate()
  to?: PartialDate;

  @ApiPropertyOptional({
    description: 'Tillsättande organ utanför registret · Appointing body outside the register',
    example: 'Länsstyrelsen',
  })
  @MayBeAbsent()
  @IsLine(300)
  appointingBody?: string;

  @ApiPropertyOptional({ description: 'Tillsättande organ · Appointing body', example: GROUP, format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  appointingBodyId?: string;

  @ApiPropertyOptional({ description: 'Föregångare · Predecessor', example: GROUP, format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  predecessorId?: string;
}

export class RenameGroupDto extends BasedDto {
  @ApiProperty({ example: 'Preventionsberedningen' })
  @IsLine(300)
  name!: string;

  @ApiProperty({ type: String, description: 'Första dag · First day', example: '2025-01-01', format: 'date' })
  @IsCivilDate()
  from!: CivilDate;
}

export class NameSuccessorDto extends BasedDto {
  @ApiProperty({ description: 'Efterföljaren · The successor', example: GROUP, format: 'uuid' })
  @IsUUID()
  successorId!: string;
}

export class DissolveGroupDto extends BasedDto {
  @ApiProperty({
    type: String,
    description: 'Första dag gruppen inte finns · First day it does not exist',
    example: '2025-06-01',
    format: 'date',
  })
  @IsCivilDate()
  on!: CivilDate;

  @ApiPropertyOptional({ description: 'Efterföljaren · The successor', example: GROUP, format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  successorId?: string;
}

export class GroupsQuery extends IntersectionType(AsOfQuery, PageQuery) {
  @ApiPropertyOptional({ enum: LEGAL_FORMS })
  @MayBeAbsent()
  @IsIn(LEGAL_FORMS)
  legalForm?: LegalForm;

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Bara grupper som finns den dagen · Only groups that exist on the day',
  })
  @MayBeAbsent()
  @IsIn(['true', 'false'])
  existing?: 'true' | 'false';
}
