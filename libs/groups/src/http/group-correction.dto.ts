import type { CivilDate, PartialDate } from '@liggare/kernel';
import { IsCivilDate, IsLine, IsPartialDate, MayBeAbsent } from '@liggare/platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsIn, IsUUID } from 'class-validator';
import { CLEARABLE_OF_GROUP, type ClearableOfGroup } from '../domain/correction-events.js';
import { LEGAL_FORMS, type LegalForm } from '../domain/vocabulary.js';
import { MistakeDto } from './correction.dto.js';
import { GROUP } from './example-ids.js';

/** What our entry of a group should have said; what is left out stays as it is. */
export class CorrectGroupDto extends MistakeDto {
  @ApiPropertyOptional({ description: 'Rätt första namn · The right first name', example: 'Preventionsberedningen' })
  @MayBeAbsent()
  @IsLine(300)
  name?: string;

  @ApiPropertyOptional({ enum: LEGAL_FORMS, description: 'Rätt rättslig form · The right form', example: 'committee' })
  @MayBeAbsent()
  @IsIn(LEGAL_FORMS)
  legalForm?: LegalForm;

  @ApiPropertyOptional({ type: String, description: 'Finns från (EDTF) · Exists from', example: '2023-02-13' })
  @MayBeAbsent()
  @IsPartialDate()
  from?: PartialDate;

  @ApiPropertyOptional({ type: String, description: 'Till, exklusive (EDTF) · Until', example: '2027-01-01' })
  @MayBeAbsent()
  @IsPartialDate()
  to?: PartialDate;

  @ApiPropertyOptional({ description: 'Tillsättande organ utanför registret · Outside the register', example: 'KF' })
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

  @ApiPropertyOptional({
    type: String,
    description: 'Rätt dag för den registrerade upplösningen · The right day of the registered dissolution',
    example: '2025-06-01',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  dissolvedOn?: CivilDate;

  @ApiPropertyOptional({
    enum: CLEARABLE_OF_GROUP,
    isArray: true,
    description: 'Det som registrerats och aldrig funnits · What was registered and never was',
    example: ['dissolution'],
  })
  @MayBeAbsent()
  @IsArray()
  @IsIn(CLEARABLE_OF_GROUP, { each: true })
  clears?: ClearableOfGroup[];
}

export class DiscardGroupDto extends MistakeDto {
  @ApiPropertyOptional({ description: 'Gruppen det var hela tiden · The group it was', example: GROUP, format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  otherId?: string;
}
