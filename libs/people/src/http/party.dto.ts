import type { CivilDate, PartialDate } from '@liggare/kernel';
import { AsOfQuery, IsCivilDate, IsPartialDate, PageQuery, IsLine, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { SUCCESSION_KINDS, type SuccessionKind } from '../domain/party-events.js';
import { ReasonDto } from './person.dto.js';

export class PartyNameDto {
  @ApiProperty({ description: 'Partiets namn · Name of the party', example: 'Fiktionspartiet', maxLength: 200 })
  @IsLine(200)
  name!: string;

  @ApiPropertyOptional({
    description: 'Förkortning som på valsedlar och i protokoll · Abbreviation as on ballot papers and in minutes',
    example: 'FiP',
    maxLength: 20,
  })
  @MayBeAbsent()
  @IsLine(20)
  abbreviation?: string;
}

export class RegisterPartyDto extends PartyNameDto {
  @ApiPropertyOptional({
    type: String,
    description: 'Namnets första dag, om den är känd · First day of the name, when it is known',
    example: '1998-01-01',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  from?: CivilDate;
}

export class RenamePartyDto extends PartyNameDto {
  @ApiProperty({
    type: String,
    description: 'Det nya namnets första dag · First day of the new name',
    example: '2015-11-22',
    format: 'date',
  })
  @IsCivilDate()
  from!: CivilDate;
}

export class CorrectPartyNameDto extends IntersectionType(RegisterPartyDto, ReasonDto) {}

export class DissolvePartyDto {
  @ApiProperty({
    type: String,
    description:
      'Första dagen partiet inte längre finns, så gott den är känd (EDTF) · First day the party no longer exists, as well as it is known (EDTF)',
    example: '2022-12',
  })
  @IsPartialDate()
  on!: PartialDate;
}

export class CorrectDissolutionDto extends IntersectionType(DissolvePartyDto, ReasonDto) {}

export class LinkSuccessorDto {
  @ApiProperty({
    description: 'Partiet som kommer efter · The party that comes after',
    example: '5f0f2f3e-0d5c-5a53-8c3f-3b8a1c0f9a11',
    format: 'uuid',
  })
  @IsUUID()
  successorId!: string;

  @ApiProperty({
    description:
      'Sammanslaget med det, delat till det eller fortsatt som det · Merged into it, split off into it, or continued as it',
    enum: SUCCESSION_KINDS,
  })
  @IsIn(SUCCESSION_KINDS)
  kind!: SuccessionKind;

  @ApiPropertyOptional({
    type: String,
    description: 'Första dagen, om den är känd · First day, when it is known',
    example: '2022-12-01',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  from?: CivilDate;
}

export class PartiesQuery extends IntersectionType(AsOfQuery, PageQuery) {}
