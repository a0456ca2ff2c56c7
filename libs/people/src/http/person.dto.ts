import type { CivilDate, PartialDate } from '@liggare/kernel';
import { AsOfQuery, IsCivilDate, IsPartialDate, PageQuery, IsLine, IsLines, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsEmail, IsObject, IsUUID, MaxLength, ValidateNested } from 'class-validator';

const PARTY = '5f0f2f3e-0d5c-5a53-8c3f-3b8a1c0f9a11';
const SINCE =
  'Första dagen den gäller; utelämnas när källan inte säger det · First day it holds; leave out when the source does not say since when';

export class ReasonDto {
  @ApiPropertyOptional({
    description:
      'Varför registreringen var fel; försluten, så den får nämna personer · Why the registration was wrong; sealed, so it may name people',
    example: 'Fel person vald i listan',
    maxLength: 2000,
  })
  @MayBeAbsent()
  @IsLines(2000)
  reason?: string;
}

export class PersonNameDto {
  @ApiProperty({
    description: 'Förnamn; förslutet under personens nyckel · Given name or names; sealed under the person’s key',
    example: 'Amanda',
    maxLength: 200,
  })
  @IsLine(200)
  givenName!: string;

  @ApiProperty({
    description: 'Efternamn; förslutet under personens nyckel · Family name; sealed under the person’s key',
    example: 'Exempelsson',
    maxLength: 200,
  })
  @IsLine(200)
  familyName!: string;
}

export class ContactDetailsDto {
  @ApiPropertyOptional({
    description: 'E-postadress; försluten · E-mail address; sealed',
    example: 'amanda@kommun.example',
    maxLength: 254,
  })
  @MayBeAbsent()
  @IsEmail()
  @MaxLength(254)
  email?: string;

  @ApiPropertyOptional({
    description: 'Telefonnummer; förslutet · Telephone number; sealed',
    example: '08-555 000 00',
    maxLength: 50,
  })
  @MayBeAbsent()
  @IsLine(50)
  phone?: string;

  @ApiPropertyOptional({
    description:
      'Postadress, rader skilda med radbyte; försluten · Postal address, lines separated by line feeds; sealed',
    example: 'Påhittsgatan 7\n123 45 Fiktionsköping',
    maxLength: 500,
  })
  @MayBeAbsent()
  @IsLines(500)
  postalAddress?: string;
}

export class RegisterPersonDto extends PersonNameDto {
  @ApiPropertyOptional({
    type: ContactDetailsDto,
    description: 'Blir en egen händelse: uppgifterna är skyddade · Recorded as an event of its own: it is restricted',
  })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => ContactDetailsDto)
  contact?: ContactDetailsDto;
}

export class ChangeNameDto extends PersonNameDto {
  @ApiProperty({
    type: String,
    description: 'Det nya namnets första dag · First day of the new name',
    example: '2024-06-01',
    format: 'date',
  })
  @IsCivilDate()
  from!: CivilDate;
}

export class CorrectNameDto extends IntersectionType(PersonNameDto, ReasonDto) {
  @ApiPropertyOptional({ type: String, description: SINCE, example: '2024-06-01', format: 'date' })
  @MayBeAbsent()
  @IsCivilDate()
  from?: CivilDate;
}

export class StartAffiliationDto {
  @ApiProperty({ description: 'Partiet · The party', example: PARTY, format: 'uuid' })
  @IsUUID()
  partyId!: string;

  @ApiPropertyOptional({ type: String, description: SINCE, example: '2022-10-15', format: 'date' })
  @MayBeAbsent()
  @IsCivilDate()
  from?: CivilDate;
}

export class EndAffiliationDto {
  @ApiProperty({
    type: String,
    description: 'Första dagen den inte längre gäller · First day it no longer holds',
    example: '2023-10-20',
    format: 'date',
  })
  @IsCivilDate()
  to!: CivilDate;
}

export class CorrectAffiliationDto extends IntersectionType(StartAffiliationDto, ReasonDto) {
  @ApiPropertyOptional({
    type: String,
    description:
      'Första dagen den inte längre gäller; utelämnas medan den består · First day it no longer holds; leave out while it lasts',
    example: '2023-10-20',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  to?: CivilDate;
}

export class RecordDeathDto {
  @ApiProperty({
    type: String,
    description:
      'Dödsdagen så gott den är känd: dag, månad, år, intervall eller "unknown" (EDTF) · Day of death as well as it is known: day, month, year, interval or "unknown" (EDTF)',
    example: '2024-01-19',
  })
  @IsPartialDate()
  on!: PartialDate;
}

export class CorrectDeathDto extends IntersectionType(RecordDeathDto, ReasonDto) {}

export class MergePersonDto extends ReasonDto {
  @ApiProperty({
    description:
      'Den andra posten om samma människa; dess id finns kvar och pekar hit · The other entry of the same human being; its id stays and points here',
    example: '7c9d1e2f-3a4b-5c5d-8e6f-7a8b9c0d1e2f',
    format: 'uuid',
  })
  @IsUUID()
  mergedId!: string;
}

export class PersonsQuery extends IntersectionType(AsOfQuery, PageQuery) {
  @ApiPropertyOptional({
    description:
      'Ord som alla ska ingå i något av personens namn, även tidigare · Words that must all be part of one of the person’s names, former names included',
    example: 'exempel',
    maxLength: 200,
  })
  @MayBeAbsent()
  @IsLine(200)
  q?: string;

  @ApiPropertyOptional({
    description: 'Bara de som företräder partiet den dagen · Only those who represent this party on the day',
    example: PARTY,
    format: 'uuid',
  })
  @MayBeAbsent()
  @IsUUID()
  partyId?: string;
}
