import { IsCivilDate, IsLine, IsLines, MayBeAbsent } from '@liggare/platform';
import type { CivilDate } from '@liggare/kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsObject, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { ERASURE_GROUNDS, REFUSAL_GROUNDS, type ErasureGround, type RefusalGround } from '../domain/erasure-grounds.js';

const NEVER_A_NAME = 'står i klartext för alltid: aldrig en persons namn · in clear for ever: never a person’s name';

export class DecisionPointDto {
  @ApiProperty({
    description: 'Beslutet · The decision',
    example: '7c9d1e2f-3a4b-5c5d-8e6f-7a8b9c0d1e2f',
    format: 'uuid',
  })
  @IsUUID()
  decisionId!: string;

  @ApiProperty({ type: 'integer', description: 'Dess punkt · Its point', example: 1, minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(1000)
  point!: number;
}

class AuthorityDto {
  @ApiProperty({
    description: `Organet som beslutat; ${NEVER_A_NAME} · The body that decided`,
    example: 'Kommunstyrelsen',
    maxLength: 200,
  })
  @IsLine(200)
  authority!: string;

  @ApiPropertyOptional({ type: DecisionPointDto, description: 'Beslutspunkten, om den finns här · The decision point' })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => DecisionPointDto)
  decision?: DecisionPointDto;
}

const text = (description: string, example: string) =>
  ApiPropertyOptional({
    description: `${description}; försluten under personens egen nyckel · sealed under the subject’s own key`,
    example,
    maxLength: 2000,
  });

export class RequestErasureDto {
  @ApiProperty({
    description: 'Personen eller handlingen vars uppgifter det gäller · The person or document it is about',
    example: '0b9a6f3e-6a0c-5c53-9a57-0f3c0d5d7c01',
    format: 'uuid',
  })
  @IsUUID()
  subjectId!: string;

  @ApiProperty({
    enum: ERASURE_GROUNDS,
    description: 'Artikel 17.1 i dataskyddsförordningen, eller gallring · Article 17(1) GDPR, or disposal',
    example: 'disposal-decision',
  })
  @IsIn(ERASURE_GROUNDS)
  ground!: ErasureGround;

  @text('Begäran i ord · The request in words', 'Begäran inkom per brev')
  @MayBeAbsent()
  @IsLines(2000)
  text?: string;
}

export class RefuseErasureDto extends AuthorityDto {
  @ApiProperty({
    enum: REFUSAL_GROUNDS,
    description: 'Varför uppgifterna bevaras · Why the data stays',
    example: 'arkivlagen',
  })
  @IsIn(REFUSAL_GROUNDS)
  ground!: RefusalGround;

  @text('Skälen i ord · The reasons in words', 'Protokollet är en allmän handling som ska bevaras')
  @MayBeAbsent()
  @IsLines(2000)
  text?: string;
}

export class ExecuteErasureDto extends AuthorityDto {
  @ApiProperty({
    description: `Lagrum eller gallringsbeslut; ${NEVER_A_NAME} · Provision or disposal rule`,
    example: 'Gallringsbeslut KS 2026:12',
    maxLength: 500,
  })
  @IsLine(500)
  legalBasis!: string;
}

export class CompleteErasureDto {
  @ApiProperty({
    type: String,
    description: 'Dagen då den sista säkerhetskopian var borta · Day on which the last backup was gone',
    example: '2024-06-30',
    format: 'date',
  })
  @IsCivilDate()
  on!: CivilDate;
}
