import type { CivilDate, PartialDate } from '@liggare/kernel';
import { AsOfQuery, IsCivilDate, IsLine, IsLines, IsPartialDate, MayBeAbsent, PageQuery } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
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
  CORRECTION_ORIGINS,
  LEGAL_FORMS,
  SEAT_KINDS,
  VACANCY_REASONS,
  type CorrectionOrigin,
  type LegalForm,
  type SeatKind,
  type VacancyReason,
} from '../domain/vocabulary.js';

/** Which point of which decision a fact rests on. */
export class BasisDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  decisionId!: string;

  @ApiProperty({ example: 1, minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(999)
  point!: number;
}

/** Facts that rest on a decision. */
export class BasedDto {
  @ApiPropertyOptional({ type: BasisDto, description: 'Beslutspunkten det vilar på · The decision point it rests on' })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => BasisDto)
  basis?: BasisDto;
}

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

  @ApiPropertyOptional({ description: 'Tillsättande organ · Appointing body', format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  appointingBodyId?: string;

  @ApiPropertyOptional({ description: 'Föregångare · Predecessor', format: 'uuid' })
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
  @ApiProperty({ description: 'Efterföljaren · The successor', format: 'uuid' })
  @IsUUID()
  successorId!: string;
}

class InstructionTextsDto extends BasedDto {
  @ApiPropertyOptional({ description: 'Syfte · Purpose', example: 'Följa kommunens förebyggande arbete' })
  @MayBeAbsent()
  @IsLines(5_000)
  purpose?: string;

  @ApiPropertyOptional({ type: [String], description: 'Uppgifter · Tasks', example: ['Bereda åtgärdsplanen'] })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @IsLines(2_000, { each: true })
  tasks?: string[];

  @ApiPropertyOptional({ description: 'Regler i övrigt · Other rules', example: 'Minst fyra sammanträden per år' })
  @MayBeAbsent()
  @IsLines(20_000)
  rules?: string;

  @ApiPropertyOptional({ description: 'SHA-256 av handlingen, hex' })
  @MayBeAbsent()
  @Matches(/^[0-9a-f]{64}$/, { message: 'must be a SHA-256 in lower-case hexadecimal' })
  documentHash?: string;
}

export class AdoptInstructionDto extends InstructionTextsDto {
  @ApiPropertyOptional({
    description: 'Versionsnummer; nästa om inget anges · Version; the next unless given',
    example: 1,
    minimum: 1,
  })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(999)
  version?: number;

  @ApiProperty({ type: String, description: 'Gäller från (EDTF) · In force from', example: '2023-02-13' })
  @IsPartialDate()
  effectiveFrom!: PartialDate;

  @ApiProperty({ description: 'Antal ledamöter · Member seats', example: 9, minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(500)
  memberSeats!: number;

  @ApiProperty({ description: 'Antal ersättare · Substitute seats', example: 5, minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(500)
  substituteSeats!: number;
}

export class CorrectInstructionDto extends InstructionTextsDto {
  @ApiProperty({
    enum: CORRECTION_ORIGINS,
    description: 'Rättades beslutet eller registreringen · What was corrected',
    example: 'decision',
  })
  @IsIn(CORRECTION_ORIGINS)
  origin!: CorrectionOrigin;

  @ApiPropertyOptional({ type: String, example: '2023-02-13' })
  @MayBeAbsent()
  @IsPartialDate()
  effectiveFrom?: PartialDate;

  @ApiPropertyOptional({ example: 9, minimum: 0 })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(500)
  memberSeats?: number;

  @ApiPropertyOptional({ example: 5, minimum: 0 })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(500)
  substituteSeats?: number;
}

export class ChangeSeatsDto extends BasedDto {
  @ApiProperty({ enum: SEAT_KINDS, example: 'substitute' })
  @IsIn(SEAT_KINDS)
  kind!: SeatKind;

  @ApiProperty({ description: 'Antal från den dagen · Number from that day', example: 6, minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(500)
  seats!: number;

  @ApiProperty({ type: String, example: '2025-06-09', format: 'date' })
  @IsCivilDate()
  from!: CivilDate;
}

export class FunctionSeatDto extends BasedDto {
  @ApiPropertyOptional({
    description: 'Platsens nummer; första lediga om inget anges · Seat; the first free unless given',
    example: 1,
    minimum: 1,
  })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(500)
  seat?: number;

  @ApiProperty({ description: 'Funktionen · The function', example: 'Lokalpolisområdeschef' })
  @IsLine(200)
  function!: string;

  @ApiPropertyOptional({ example: 'Polisen' })
  @MayBeAbsent()
  @IsLine(200)
  organisation?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  personId?: string;

  @ApiProperty({ type: String, example: '2023-10-15', format: 'date' })
  @IsCivilDate()
  from!: CivilDate;

  @ApiPropertyOptional({ type: String, description: 'Exklusive · Exclusive', example: '2027-01-01', format: 'date' })
  @MayBeAbsent()
  @IsCivilDate()
  to?: CivilDate;
}

export class EndFunctionSeatDto extends BasedDto {
  @ApiProperty({
    type: String,
    description: 'Första dag utan · First day without',
    example: '2025-06-01',
    format: 'date',
  })
  @IsCivilDate()
  on!: CivilDate;
}

export class ExplainVacancyDto extends BasedDto {
  @ApiProperty({ enum: SEAT_KINDS, example: 'member' })
  @IsIn(SEAT_KINDS)
  kind!: SeatKind;

  @ApiProperty({ example: 2, minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(500)
  seat!: number;

  @ApiProperty({ enum: VACANCY_REASONS, example: 'pending' })
  @IsIn(VACANCY_REASONS)
  reason!: VacancyReason;

  @ApiPropertyOptional({
    description: 'Partiet som har nomineringsrätten · The party with the right to nominate',
    format: 'uuid',
  })
  @MayBeAbsent()
  @IsUUID()
  partyId?: string;

  @ApiProperty({ type: String, example: '2024-01-19', format: 'date' })
  @IsCivilDate()
  from!: CivilDate;

  @ApiPropertyOptional({ type: String, example: '2024-02-12', format: 'date' })
  @MayBeAbsent()
  @IsCivilDate()
  to?: CivilDate;
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

  @ApiPropertyOptional({ description: 'Efterföljaren · The successor', format: 'uuid' })
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
