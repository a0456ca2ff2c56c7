import { BasedDto } from '@liggare/decisions';
import type { CivilDate, PartialDate } from '@liggare/kernel';
import { IsCivilDate, IsLines, IsPartialDate, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { CORRECTION_ORIGINS, SEAT_KINDS, type CorrectionOrigin, type SeatKind } from '../domain/vocabulary.js';
import { SHA256 } from './example-ids.js';

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

  @ApiPropertyOptional({ description: 'SHA-256 av handlingen, hex · SHA-256 of the document, hex', example: SHA256 })
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
