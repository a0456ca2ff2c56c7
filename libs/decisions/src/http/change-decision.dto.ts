import type { PartialDate } from '@liggare/kernel';
import { IsLine, IsLines, IsPartialDate, IsUuidString, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsObject, Matches, ValidateNested } from 'class-validator';
import {
  CLEARABLE,
  CONFIDENCES,
  INSTRUMENTS,
  OUTCOMES,
  type Clearable,
  type Confidence,
  type Instrument,
  type Outcome,
} from '../domain/decision-vocabulary.js';
import { RefinedPointDto } from './change-point.dto.js';
import { DecisionIdentityDto } from './decision-identity.dto.js';
import { SHA256 } from './document-hash.js';
import { DECISION, DOCUMENT_HASH, MEETING } from './example-ids.js';

class DecisionFactsDto extends DecisionIdentityDto {
  @ApiPropertyOptional({ enum: INSTRUMENTS, description: 'Hur det fattades · How it was made', example: 'meeting' })
  @MayBeAbsent()
  @IsIn(INSTRUMENTS)
  instrument?: Instrument;

  @ApiPropertyOptional({ enum: OUTCOMES, description: 'Hur det gick · What became of it', example: 'adopted' })
  @MayBeAbsent()
  @IsIn(OUTCOMES)
  outcome?: Outcome;

  @ApiPropertyOptional({
    type: String,
    description: 'När, så som det nu är känt (EDTF) · When, as well as it is known now',
    example: '2021-03-15',
  })
  @MayBeAbsent()
  @IsPartialDate()
  decidedOn?: PartialDate;

  @ApiPropertyOptional({
    enum: CONFIDENCES,
    description: 'Hur säker uppgiften är · How sure the record is',
    example: 'probable',
  })
  @MayBeAbsent()
  @IsIn(CONFIDENCES)
  confidence?: Confidence;

  @ApiPropertyOptional({ description: 'Källan · The source', example: 'Protokollet återfanns i arkivet' })
  @MayBeAbsent()
  @IsLines(5_000)
  sourceNote?: string;
}

export class RefineDecisionDto extends DecisionFactsDto {
  @ApiPropertyOptional({
    type: [RefinedPointDto],
    description: 'Punkter som källan säger mer om, eller som inte var kända · Points of which the source says more',
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(100)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => RefinedPointDto)
  points?: RefinedPointDto[];
}

export class CorrectDecisionDto extends DecisionFactsDto {
  @ApiPropertyOptional({ description: 'Rätt SHA-256 av handlingen, hex · The right SHA-256', example: DOCUMENT_HASH })
  @MayBeAbsent()
  @Matches(SHA256, { message: 'must be a SHA-256 in lower-case hexadecimal' })
  documentHash?: string;

  @ApiPropertyOptional({
    enum: CLEARABLE,
    isArray: true,
    description: 'Uppgifter som ändå inte är kända eller inte stämmer · What is not known, or not so, after all',
    example: ['paragraph'],
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(CLEARABLE.length)
  @ArrayUnique()
  @IsIn(CLEARABLE, { each: true })
  clears?: Clearable[];

  @ApiPropertyOptional({
    description: 'Varför uppgiften var fel · Why the entry was wrong',
    example: 'Avskrivningsfel',
  })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;
}

export class ReportDecisionDto {
  @ApiProperty({ type: String, description: 'Anmält (EDTF) · Reported', example: '2025-03-26' })
  @IsPartialDate()
  on!: PartialDate;

  @ApiPropertyOptional({ example: MEETING, format: 'uuid' })
  @MayBeAbsent()
  @IsUuidString()
  meetingId?: string;

  @ApiPropertyOptional({ example: '6' })
  @MayBeAbsent()
  @IsLine(40)
  paragraph?: string;
}

export class DiscardDecisionDto {
  @ApiPropertyOptional({ example: 'Paragrafen finns inte i det justerade protokollet' })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;
}

export class MarkDuplicateDto {
  @ApiProperty({ description: 'Posten som gäller · The entry that holds', example: DECISION, format: 'uuid' })
  @IsUuidString()
  duplicateOf!: string;

  @ApiPropertyOptional({ example: 'Två registratorer förde in samma paragraf' })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;
}
