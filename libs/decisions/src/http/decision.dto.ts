import type { CivilDate, PartialDate } from '@liggare/kernel';
import {
  AsOfQuery,
  digits,
  IsCivilDate,
  IsLine,
  IsLines,
  IsPartialDate,
  MayBeAbsent,
  PageQuery,
} from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsUUID,
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
  STATEMENT_KINDS,
  type Confidence,
  type Instrument,
  type Outcome,
  type PointKind,
  type StatementKind,
} from '../domain/decision-vocabulary.js';
import { OrganDto } from './organ.dto.js';

const SHA256 = /^[0-9a-f]{64}$/;

/** Which point of which decision something rests on. */
export class DecisionPointRefDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  decisionId!: string;

  @ApiProperty({ example: 1, minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(999)
  point!: number;
}

class IdentityDto {
  @ApiPropertyOptional({ type: OrganDto, description: 'Vem som beslutade · Who decided' })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => OrganDto)
  organ?: OrganDto;

  @ApiPropertyOptional({ description: 'Sammanträdet · The meeting', format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  meetingId?: string;

  @ApiPropertyOptional({ description: 'Ärendet · The matter', format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  matterId?: string;

  @ApiPropertyOptional({ description: '§ i protokollet · in the minutes', example: '18' })
  @MayBeAbsent()
  @IsLine(40)
  paragraph?: string;

  @ApiPropertyOptional({ description: 'Nummer på dagordningen, inte § · Agenda number, not §', example: '22' })
  @MayBeAbsent()
  @IsLine(40)
  agendaItem?: string;

  @ApiPropertyOptional({ description: 'Diarienummer', example: 'KS-2023/118' })
  @MayBeAbsent()
  @IsLine(60)
  registryNumber?: string;
}

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
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  decisionId!: string;

  @ApiPropertyOptional({ example: 1, minimum: 1 })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(999)
  point?: number;
}

export class RecordDecisionDto extends IdentityDto {
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

export class AttachStatementDto {
  @ApiProperty({ enum: STATEMENT_KINDS, example: 'reservation' })
  @IsIn(STATEMENT_KINDS)
  kind!: StatementKind;

  @ApiPropertyOptional({ description: 'Punkten det gäller · The point it is about', example: 1, minimum: 1 })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(999)
  point?: number;

  @ApiProperty({ type: [String], format: 'uuid', description: 'Partier bakom · Parties behind it', example: [] })
  @IsArray()
  @ArrayMaxSize(30)
  @IsUUID(undefined, { each: true })
  partyIds!: string[];

  @ApiProperty({ type: [String], format: 'uuid', description: 'Personer bakom · Persons behind it', example: [] })
  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  personIds!: string[];

  @ApiPropertyOptional({
    description: 'Undertecknare enligt handlingen · Signatory as the paper has it',
    example: 'För partigruppen',
  })
  @MayBeAbsent()
  @IsLine(300)
  signatory?: string;

  @ApiPropertyOptional({ type: String, description: 'Inlämnat (EDTF) · Filed', example: '2024-04-15' })
  @MayBeAbsent()
  @IsPartialDate()
  filedOn?: PartialDate;

  @ApiPropertyOptional({ description: 'Hela texten · The full text', example: 'Vi reserverar oss mot beslutet.' })
  @MayBeAbsent()
  @IsLines(100_000)
  text?: string;

  @ApiPropertyOptional({ description: 'SHA-256 av handlingen, hex' })
  @MayBeAbsent()
  @Matches(SHA256, { message: 'must be a SHA-256 in lower-case hexadecimal' })
  documentHash?: string;
}

export class RefineDecisionDto extends IdentityDto {
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

  @ApiPropertyOptional({ format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  meetingId?: string;

  @ApiPropertyOptional({ example: '6' })
  @MayBeAbsent()
  @IsLine(40)
  paragraph?: string;
}

export class MarkDuplicateDto {
  @ApiProperty({ description: 'Posten som gäller · The entry that holds', format: 'uuid' })
  @IsUUID()
  duplicateOf!: string;

  @ApiPropertyOptional({ example: 'Två registratorer förde in samma paragraf' })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;
}

export class DecisionsQuery extends IntersectionType(AsOfQuery, PageQuery) {
  @ApiPropertyOptional({ description: 'Bara detta organs · Only this body’s', format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  organGroupId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  matterId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  meetingId?: string;

  @ApiPropertyOptional({ description: 'Diarienummer, exakt · exactly', example: 'KS-2023/118' })
  @MayBeAbsent()
  @IsLine(60)
  registryNumber?: string;

  @ApiPropertyOptional({
    type: String,
    description: 'Kan ha fattats från och med · May have been made from',
    example: '2023-01-01',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  from?: CivilDate;

  @ApiPropertyOptional({
    type: String,
    description: 'Kan ha fattats före · May have been made before',
    example: '2024-01-01',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  to?: CivilDate;
}

export class DependentsQuery extends IntersectionType(AsOfQuery, PageQuery) {
  @ApiPropertyOptional({ description: 'Bara denna punkt · Only this point', example: 2, minimum: 1 })
  @MayBeAbsent()
  @Transform(digits)
  @IsInt()
  @Min(1)
  @Max(999)
  point?: number;
}
