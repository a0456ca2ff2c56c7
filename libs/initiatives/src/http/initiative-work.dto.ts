import { BasedDto } from '@liggare/decisions';
import type { CivilDate, PartialDate } from '@liggare/kernel';
import { IsCivilDate, IsLine, IsLines, IsPartialDate, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsObject, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { ASSESSMENTS, CONTINUATIONS, type Assessment, type Continuation } from '../domain/initiative-vocabulary.js';
import { DayPeriodDto } from './day-period.dto.js';

const PROBLEM = '7a0c2f3e-0d5c-5a53-8c3f-3b8a1c0f9a31';
const FACT = '2f7f9e57-0b6e-5b39-8a4c-5d9f1b6a7e02';

/** A time that may be open at both ends. */
export class SomeTimeDto extends BasedDto {
  @ApiPropertyOptional({ type: String, description: 'Första dagen (EDTF) · First day', example: '2023' })
  @MayBeAbsent()
  @IsPartialDate()
  from?: PartialDate;

  @ApiPropertyOptional({ type: String, description: 'Första dagen utan (EDTF) · First day without', example: '2026' })
  @MayBeAbsent()
  @IsPartialDate()
  to?: PartialDate;
}

export class AddressProblemDto extends SomeTimeDto {
  @ApiProperty({ description: 'Problemet den möter · The problem it meets', example: PROBLEM, format: 'uuid' })
  @IsUUID()
  problemId!: string;

  @ApiPropertyOptional({ description: 'Orsaken den verkar på · The cause it works on', example: FACT, format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  causeId?: string;
}

export class LegalBasisDto extends SomeTimeDto {
  @ApiProperty({ description: 'Bestämmelsen · The provision', example: 'lag (2023:421) om ordningsvakter 3 §' })
  @IsLine(200)
  statute!: string;
}

/** A fact about a period. */
export class OfPeriodDto extends BasedDto {
  @ApiProperty({ type: DayPeriodDto, description: 'Perioden det gäller · The period it is about' })
  @IsObject()
  @ValidateNested()
  @Type(() => DayPeriodDto)
  period!: DayPeriodDto;
}

export class SetBudgetDto extends OfPeriodDto {
  @ApiProperty({ description: 'Hela kronor · Whole Swedish kronor', example: 1_200_000 })
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  amount!: number;

  @ApiPropertyOptional({ description: 'Varifrån pengarna kommer · Where the money comes from', example: 'Statsbidrag' })
  @MayBeAbsent()
  @IsLine(200)
  funding?: string;
}

export class PlanFollowUpDto extends OfPeriodDto {
  @ApiProperty({
    type: String,
    description: 'Sista dagen för den · Last day for it',
    example: '2025-03-31',
    format: 'date',
  })
  @IsCivilDate()
  dueOn!: CivilDate;
}

export class RecordFollowUpDto extends OfPeriodDto {
  @ApiProperty({ type: String, description: 'När den gjordes (EDTF) · When it was made', example: '2025-02' })
  @IsPartialDate()
  madeOn!: PartialDate;

  @ApiProperty({ enum: ASSESSMENTS, description: 'Om effekten, inte om status · Of the effect', example: 'on-track' })
  @IsIn(ASSESSMENTS)
  assessment!: Assessment;

  @ApiPropertyOptional({ enum: CONTINUATIONS, description: 'Vad den leder till · What it leads to', example: 'adjust' })
  @MayBeAbsent()
  @IsIn(CONTINUATIONS)
  continuation?: Continuation;

  @ApiPropertyOptional({
    description: 'Vad som gjorts och setts, utan personnamn · What was done and found; names no person',
    example: 'Tolv kvällar i månaden, 40 samtal',
  })
  @MayBeAbsent()
  @IsLines(10_000)
  summary?: string;

  @ApiPropertyOptional({
    description: 'Underlag; förseglas · Evidence; sealed',
    example: 'Intervjuer med fältarbetare',
  })
  @MayBeAbsent()
  @IsLines(10_000)
  evidence?: string;

  @ApiPropertyOptional({ description: 'Var underlaget finns · Where the evidence is kept', example: 'KS-2025/114' })
  @MayBeAbsent()
  @IsLine(500)
  evidenceReference?: string;

  @ApiPropertyOptional({
    description:
      'Den planerade uppföljning den gör; annars den vars hela period den gäller · Which planned one it does',
    example: FACT,
    format: 'uuid',
  })
  @MayBeAbsent()
  @IsUUID()
  plannedId?: string;
}
