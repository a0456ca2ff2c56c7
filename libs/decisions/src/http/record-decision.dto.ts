import type { CivilDate, PartialDate } from '@liggare/kernel';
import { IsCivilDate, IsLines, IsPartialDate, IsUuidString, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  CONFIDENCES,
  INSTRUMENTS,
  OUTCOMES,
  POINT_KINDS,
  type Confidence,
  type Instrument,
  type Outcome,
  type PointKind,
} from '../domain/decision-vocabulary.js';
import { DecisionIdentityDto } from './decision-identity.dto.js';
import { SHA256 } from './document-hash.js';
import { DECISION } from './example-ids.js';

export class PointDto {
  @ApiProperty({ example: 1, minimum: 1, maximum: 999 })
  @IsInt()
  @Min(1)
  @Max(999)
  number!: number;

  @ApiProperty({ enum: POINT_KINDS, example: 'elects' })
  @IsIn(POINT_KINDS)
  kind!: PointKind;

  @ApiProperty({ description: 'Punktens text · Its text', example: 'Nio ledamöter och fem ersättare väljs.' })
  @IsLines(20_000)
  text!: string;

  @ApiPropertyOptional({
    type: String,
    description: 'Gäller från · First day of effect',
    example: '2023-02-13',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  effectiveFrom?: CivilDate;

  @ApiPropertyOptional({
    type: String,
    description: 'Gäller till (exklusive) · First day without effect',
    example: '2027-01-01',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  effectiveTo?: CivilDate;
}

export class EarlierDecisionDto {
  @ApiProperty({ example: DECISION, format: 'uuid' })
  @IsUuidString()
  decisionId!: string;

  @ApiPropertyOptional({ example: 1, minimum: 1 })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(999)
  point?: number;
}

export class RecordDecisionDto extends DecisionIdentityDto {
  @ApiProperty({ enum: INSTRUMENTS, description: 'Hur det fattades · How it was made', example: 'meeting' })
  @IsIn(INSTRUMENTS)
  instrument!: Instrument;

  @ApiProperty({ enum: OUTCOMES, example: 'adopted' })
  @IsIn(OUTCOMES)
  outcome!: Outcome;

  @ApiProperty({
    type: String,
    description: 'När, så som det är känt (EDTF) · When, as well as it is known',
    example: '2018-06/2022-10',
  })
  @IsPartialDate()
  decidedOn!: PartialDate;

  @ApiProperty({ enum: CONFIDENCES, example: 'certain' })
  @IsIn(CONFIDENCES)
  confidence!: Confidence;

  @ApiPropertyOptional({
    description: 'Källan och vad den inte säger · The source and what it does not say',
    example: 'Ur protokollet',
  })
  @MayBeAbsent()
  @IsLines(5_000)
  sourceNote?: string;

  @ApiPropertyOptional({
    description: 'SHA-256 av handlingen, hex',
    example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  })
  @MayBeAbsent()
  @Matches(SHA256, { message: 'must be a SHA-256 in lower-case hexadecimal' })
  documentHash?: string;

  @ApiProperty({ type: [PointDto] })
  @IsArray()
  @ArrayMaxSize(100)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => PointDto)
  points!: PointDto[];

  @ApiPropertyOptional({
    description:
      'Förs in innan protokollet justerats; preliminärt, och bara synligt inåt, tills justeringen registreras · Entered before the minutes were adjusted; provisional, and seen inside only, until the adjustment is recorded',
    example: false,
  })
  @MayBeAbsent()
  @IsBoolean()
  awaitsAdjustment?: boolean;

  @ApiPropertyOptional({
    type: [EarlierDecisionDto],
    description: 'Tidigare beslut som det gäller · Earlier decisions it is about',
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => EarlierDecisionDto)
  refersTo?: EarlierDecisionDto[];
}
