import type { CivilDate, PartialDate } from '@liggare/kernel';
import { IsCivilDate, IsLine, IsLines, IsPartialDate, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, IsUUID, ValidateNested } from 'class-validator';
import { CONFIDENCES, POINT_KINDS, type Confidence, type PointKind } from '../domain/decision-vocabulary.js';
import { DecisionIdentityDto } from './decision-identity.dto.js';
import { DecisionPointRefDto } from './decision-point-ref.dto.js';
import { DECISION, MEETING } from './example-ids.js';

export class RefineDecisionDto extends DecisionIdentityDto {
  @ApiPropertyOptional({
    type: String,
    description: 'Ny, säkrare uppgift (EDTF) · A new, surer date',
    example: '2021-03-15',
  })
  @MayBeAbsent()
  @IsPartialDate()
  decidedOn?: PartialDate;

  @ApiPropertyOptional({ enum: CONFIDENCES, example: 'probable' })
  @MayBeAbsent()
  @IsIn(CONFIDENCES)
  confidence?: Confidence;

  @ApiPropertyOptional({ description: 'Den nya källan · The new source', example: 'Protokollet återfanns i arkivet' })
  @MayBeAbsent()
  @IsLines(5_000)
  sourceNote?: string;
}

export class CorrectPointDto {
  @ApiProperty({
    description: 'Texten efter rättelsen · The text after the correction',
    example: 'nio ledamöter och fem ersättare',
  })
  @IsLines(20_000)
  text!: string;

  @ApiProperty({ type: String, description: 'Rättad (EDTF) · Corrected', example: '2023-03-02' })
  @IsPartialDate()
  correctedOn!: PartialDate;

  @ApiPropertyOptional({ type: DecisionPointRefDto, description: 'Beslutet om rättelse · The correcting decision' })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => DecisionPointRefDto)
  basis?: DecisionPointRefDto;
}

export class CorrectPointRegistrationDto {
  @ApiPropertyOptional({ enum: POINT_KINDS, example: 'elects' })
  @MayBeAbsent()
  @IsIn(POINT_KINDS)
  kind?: PointKind;

  @ApiPropertyOptional({
    description: 'Texten så som protokollet har den · The text as the minutes have it',
    example: 'Fem ersättare väljs.',
  })
  @MayBeAbsent()
  @IsLines(20_000)
  text?: string;

  @ApiPropertyOptional({ type: String, example: '2023-02-13', format: 'date' })
  @MayBeAbsent()
  @IsCivilDate()
  effectiveFrom?: CivilDate;

  @ApiPropertyOptional({ type: String, example: '2027-01-01', format: 'date' })
  @MayBeAbsent()
  @IsCivilDate()
  effectiveTo?: CivilDate;

  @ApiPropertyOptional({
    description: 'Varför uppgiften var fel · Why the entry was wrong',
    example: 'Avskrivningsfel',
  })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;
}

export class SupersedePointDto {
  @ApiPropertyOptional({
    type: String,
    description: 'Utan verkan från; utelämnat om den aldrig fick verkan · Without effect from',
    example: '2024-05-01',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  from?: CivilDate;

  @ApiPropertyOptional({
    type: DecisionPointRefDto,
    description: 'Punkten som träder i stället · The point that takes its place',
  })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => DecisionPointRefDto)
  basis?: DecisionPointRefDto;
}

export class ReportDecisionDto {
  @ApiProperty({ type: String, description: 'Anmält (EDTF) · Reported', example: '2025-03-26' })
  @IsPartialDate()
  on!: PartialDate;

  @ApiPropertyOptional({ example: MEETING, format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  meetingId?: string;

  @ApiPropertyOptional({ example: '6' })
  @MayBeAbsent()
  @IsLine(40)
  paragraph?: string;
}

export class MarkDuplicateDto {
  @ApiProperty({ description: 'Posten som gäller · The entry that holds', example: DECISION, format: 'uuid' })
  @IsUUID()
  duplicateOf!: string;

  @ApiPropertyOptional({ example: 'Två registratorer förde in samma paragraf' })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;
}
