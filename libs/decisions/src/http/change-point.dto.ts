import type { CivilDate, PartialDate } from '@liggare/kernel';
import { IsCivilDate, IsLine, IsLines, IsPartialDate, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsObject, Max, Min, ValidateNested } from 'class-validator';
import { POINT_CLEARABLE, POINT_KINDS, type PointClearable, type PointKind } from '../domain/decision-vocabulary.js';
import { DecisionPointRefDto } from './decision-point-ref.dto.js';

class PointFactsDto {
  @ApiPropertyOptional({ enum: POINT_KINDS, description: 'Vad den gör · What it does', example: 'elects' })
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

/** A point that is not there yet needs its kind and text. */
export class RefinedPointDto extends PointFactsDto {
  @ApiProperty({ description: 'Punktens nummer · Number of the point', example: 1, minimum: 1, maximum: 999 })
  @IsInt()
  @Min(1)
  @Max(999)
  number!: number;
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

  @ApiPropertyOptional({
    description: 'Vem som rättade, enligt handlingen · Who corrected it, as the paper has it',
    example: 'Kommunfullmäktiges ordförande',
  })
  @MayBeAbsent()
  @IsLine(300)
  correctedBy?: string;

  @ApiPropertyOptional({ description: 'Varför, enligt handlingen · Why, as the paper has it', example: 'Skrivfel' })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;

  @ApiPropertyOptional({ type: DecisionPointRefDto, description: 'Beslutet om rättelse · The correcting decision' })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => DecisionPointRefDto)
  basis?: DecisionPointRefDto;
}

export class CorrectPointRegistrationDto extends PointFactsDto {
  @ApiPropertyOptional({
    enum: POINT_CLEARABLE,
    isArray: true,
    description: 'Uppgifter som protokollet inte har · What the minutes do not say at all',
    example: ['effectiveTo'],
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(POINT_CLEARABLE.length)
  @ArrayUnique()
  @IsIn(POINT_CLEARABLE, { each: true })
  clears?: PointClearable[];

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
