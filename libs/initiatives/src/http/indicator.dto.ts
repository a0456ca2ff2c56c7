import { BasedDto } from '@liggare/decisions';
import type { CivilDate, PartialDate } from '@liggare/kernel';
import { IsCivilDate, IsLine, IsLines, IsPartialDate, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional, IntersectionType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsNumber, IsObject, IsUUID, ValidateNested } from 'class-validator';
import {
  INDICATOR_DIRECTIONS,
  INDICATOR_FREQUENCIES,
  type IndicatorDirection,
  type IndicatorFrequency,
} from '../domain/indicator-vocabulary.js';
import { DayPeriodDto } from './day-period.dto.js';

const ID = '5f0f2f3e-0d5c-5a53-8c3f-3b8a1c0f9a11';
const FACT = '2f7f9e57-0b6e-5b39-8a4c-5d9f1b6a7e02';

export class IndicatorDefinitionDto {
  @ApiProperty({
    description: 'Vad som mäts och hur det avgränsas · What is measured',
    example: 'Andel som är otrygga sent på kvällen',
  })
  @IsLines(4_000)
  definition!: string;

  @ApiProperty({ description: 'Enhet · Unit', example: '%' })
  @IsLine(100)
  unit!: string;

  @ApiProperty({ description: 'Källa · Source', example: 'NTU' })
  @IsLine(200)
  source!: string;

  @ApiPropertyOptional({ description: 'Hur källan kommer fram till värdena · Method', example: 'Postal enkät' })
  @MayBeAbsent()
  @IsLines(4_000)
  method?: string;
}

export class IndicatorNameDto {
  @ApiProperty({ description: 'Namn · Name', example: 'Otrygghet sent på kvällen' })
  @IsLine(200)
  name!: string;

  @ApiProperty({ enum: INDICATOR_DIRECTIONS, description: 'Vilket håll som är bättre · Better', example: 'lower' })
  @IsIn(INDICATOR_DIRECTIONS)
  direction!: IndicatorDirection;

  @ApiProperty({ enum: INDICATOR_FREQUENCIES, description: 'Hur ofta ett värde väntas · How often', example: 'yearly' })
  @IsIn(INDICATOR_FREQUENCIES)
  frequency!: IndicatorFrequency;
}

export class RegisterIndicatorDto extends IntersectionType(IndicatorNameDto, IndicatorDefinitionDto) {
  @ApiProperty({ type: String, description: 'Sedan när definitionen gäller (EDTF) · Since when', example: '2017' })
  @IsPartialDate()
  from!: PartialDate;
}

export class RedefineIndicatorDto extends IntersectionType(IndicatorDefinitionDto, BasedDto) {
  @ApiProperty({ type: String, description: 'Första dagen · First day', example: '2025-01-01', format: 'date' })
  @IsCivilDate()
  from!: CivilDate;

  @ApiProperty({
    description: 'Värden före och efter kan inte jämföras · Values before and after cannot be compared',
    example: true,
  })
  @IsBoolean()
  breaksSeries!: boolean;
}

export class IndicatorValueDto {
  @ApiProperty({ description: 'Värde i versionens enhet · Value in the unit of the version', example: 38 })
  @IsNumber()
  value!: number;

  @ApiPropertyOptional({ description: 'Version av definitionen · Version', example: FACT, format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  versionId?: string;
}

export class SetBaselineDto extends IntersectionType(IndicatorValueDto, BasedDto) {
  @ApiProperty({ type: String, description: 'När det var så (EDTF) · When it was so', example: '2023' })
  @IsPartialDate()
  on!: PartialDate;
}

export class SetTargetDto extends IntersectionType(IndicatorValueDto, BasedDto) {
  @ApiProperty({ type: String, description: 'Senast nått · Reached by', example: '2027-01-01', format: 'date' })
  @IsCivilDate()
  by!: CivilDate;
}

export class RecordMeasurementDto extends IndicatorValueDto {
  @ApiProperty({ type: DayPeriodDto, description: 'Perioden värdet gäller · The period it is about' })
  @IsObject()
  @ValidateNested()
  @Type(() => DayPeriodDto)
  period!: DayPeriodDto;

  @ApiPropertyOptional({ description: 'Var det hämtats · Where it was taken from', example: 'NTU 2025' })
  @MayBeAbsent()
  @IsLine(200)
  source?: string;

  @ApiPropertyOptional({
    type: String,
    description: 'När källan publicerade det (EDTF) · Published',
    example: '2025-10',
  })
  @MayBeAbsent()
  @IsPartialDate()
  publishedOn?: PartialDate;
}

export class IndicatorSubjectDto {
  @ApiPropertyOptional({ description: 'En åtgärd · An initiative', example: ID, format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  initiativeId?: string;

  @ApiPropertyOptional({ description: 'Eller ett problem · Or a problem', example: ID, format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  problemId?: string;
}

export class LinkIndicatorDto extends BasedDto {
  @ApiProperty({
    type: IndicatorSubjectDto,
    description: 'Vad den följer: ett av de två · What it follows: one of them',
  })
  @IsObject()
  @ValidateNested()
  @Type(() => IndicatorSubjectDto)
  subject!: IndicatorSubjectDto;

  @ApiPropertyOptional({ type: String, description: 'Första dagen (EDTF) · First day', example: '2023' })
  @MayBeAbsent()
  @IsPartialDate()
  from?: PartialDate;

  @ApiPropertyOptional({ type: String, description: 'Första dagen utan (EDTF) · First day without', example: '2026' })
  @MayBeAbsent()
  @IsPartialDate()
  to?: PartialDate;
}

export class CorrectIndicatorRegistrationDto extends PartialType(
  IntersectionType(IndicatorNameDto, IndicatorDefinitionDto),
  { skipNullProperties: false },
) {
  @ApiProperty({
    description: 'Uppgiften som var fel; se `registered` · The fact that was wrong; see `registered`',
    example: FACT,
    format: 'uuid',
  })
  @IsUUID()
  corrects!: string;

  @ApiPropertyOptional({ description: 'Om versionen bryter serien · Whether the version breaks it', example: true })
  @MayBeAbsent()
  @IsBoolean()
  breaksSeries?: boolean;

  @ApiPropertyOptional({ description: 'Rätt värde · The right value', example: 39 })
  @MayBeAbsent()
  @IsNumber()
  value?: number;

  @ApiPropertyOptional({ enum: [true], description: 'Registrerades av misstag · Registered by mistake', example: true })
  @MayBeAbsent()
  @IsIn([true])
  withdrawn?: true;

  @ApiPropertyOptional({ description: 'Varför; förseglas · Why; sealed', example: 'Avläst fel' })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;
}
