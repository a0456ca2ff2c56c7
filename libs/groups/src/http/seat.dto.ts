import { BasedDto } from '@liggare/decisions';
import type { CivilDate } from '@liggare/kernel';
import { IsCivilDate, IsLine, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import { SEAT_KINDS, VACANCY_REASONS, type SeatKind, type VacancyReason } from '../domain/vocabulary.js';
import { GROUP, PARTY, PERSON } from './example-ids.js';

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

  @ApiPropertyOptional({ example: PERSON, format: 'uuid' })
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
    example: PARTY,
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

export class RequireUnderlyingSeatDto extends BasedDto {
  @ApiProperty({ description: 'Gruppen där plats behövs · The group in which a seat is needed', example: GROUP })
  @IsUUID()
  underlyingId!: string;

  @ApiProperty({ type: String, description: 'Första dagen · First day', example: '2023-01-01', format: 'date' })
  @IsCivilDate()
  from!: CivilDate;
}

export class EndUnderlyingSeatDto extends BasedDto {
  @ApiProperty({
    type: String,
    description: 'Första dag utan · First day without',
    example: '2027-01-01',
    format: 'date',
  })
  @IsCivilDate()
  on!: CivilDate;
}
