import { BasedDto } from '@liggare/decisions';
import type { PartialDate } from '@liggare/kernel';
import { IsLine, IsLines, IsPartialDate, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional, IntersectionType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsUUID, Matches, ValidateNested } from 'class-validator';
import { dateField, idField, SHA256, SHA256_EXAMPLE, textField } from './fields.js';
import { CorrectionDto } from './registration.dto.js';

export class AgreementPartyDto {
  @ApiPropertyOptional(idField('Organet i registret · A body of the register'))
  @MayBeAbsent()
  @IsUUID()
  groupId?: string;

  @ApiPropertyOptional(textField('Annars organisationens namn · Else the organisation’s name', 'Polismyndigheten', 200))
  @MayBeAbsent()
  @IsLine(200)
  name?: string;

  @ApiPropertyOptional(
    textField('Funktionen som skrev under, aldrig en person · The function that signed', 'Lokalpolisområdeschef', 200),
  )
  @MayBeAbsent()
  @IsLine(200)
  signedAs?: string;
}

export class AgreementContentDto {
  @ApiProperty(textField('Titel utan personnamn · Title; names no person', 'Samverkansöverenskommelse 2024–2026', 300))
  @IsLine(300)
  title!: string;

  @ApiProperty({ type: [AgreementPartyDto], description: 'Parterna · The parties' })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => AgreementPartyDto)
  parties!: AgreementPartyDto[];

  @ApiProperty({ type: [String], description: 'Syften (9 §) · Purposes', example: ['Färre unga i gäng'] })
  @IsArray()
  @ArrayMaxSize(50)
  @IsLine(500, { each: true })
  purposes!: string[];

  @ApiProperty({ type: [String], description: 'Områden (9 §) · Areas', example: ['Trygghet i offentlig miljö'] })
  @IsArray()
  @ArrayMaxSize(50)
  @IsLine(500, { each: true })
  areas!: string[];

  @ApiProperty(dateField('När den skrevs under · When it was signed', '2024-02-01'))
  @IsPartialDate()
  signedOn!: PartialDate;

  @ApiPropertyOptional(dateField('Första dagen · First day', '2024-03-01'))
  @MayBeAbsent()
  @IsPartialDate()
  from?: PartialDate;

  @ApiPropertyOptional(dateField('Första dagen den inte gäller · First day it no longer holds', '2027-01-01'))
  @MayBeAbsent()
  @IsPartialDate()
  to?: PartialDate;

  @ApiPropertyOptional({ description: 'SHA-256 av handlingen · of the document', example: SHA256_EXAMPLE })
  @MayBeAbsent()
  @Matches(SHA256)
  documentHash?: string;
}

export class SignAgreementDto extends IntersectionType(AgreementContentDto, BasedDto) {}

class OnDto extends BasedDto {
  @ApiProperty(dateField('När · When', '2026-12'))
  @IsPartialDate()
  on!: PartialDate;
}

export class RenewAgreementDto extends OnDto {
  @ApiPropertyOptional(dateField('Första dagen den inte gäller · First day it no longer holds', '2029-01-01'))
  @MayBeAbsent()
  @IsPartialDate()
  to?: PartialDate;
}

export class TerminateAgreementDto extends OnDto {
  @ApiPropertyOptional(textField('Varför; försluten · Why; sealed', 'Parten sade upp den', 2000))
  @MayBeAbsent()
  @IsLines(2000)
  reason?: string;
}

export class FollowUpAgreementDto extends OnDto {
  @ApiPropertyOptional(textField('Vad alla får läsa · What anybody may read', 'Månadsmöten hålls', 10_000))
  @MayBeAbsent()
  @IsLines(10_000)
  publicSummary?: string;

  @ApiPropertyOptional(textField('Resten; försluten · The rest; sealed', 'Hinder i samverkan', 50_000))
  @MayBeAbsent()
  @IsLines(50_000)
  details?: string;
}

export class CorrectAgreementDto extends IntersectionType(PartialType(AgreementContentDto), CorrectionDto) {
  @ApiPropertyOptional(dateField('Rätt dag för förlängning, slut eller uppföljning · The right date', '2026-12'))
  @MayBeAbsent()
  @IsPartialDate()
  on?: PartialDate;
}
