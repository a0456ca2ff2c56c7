import { BasedDto, DecisionPointRefDto } from '@liggare/decisions';
import type { CivilDate, PartialDate } from '@liggare/kernel';
import { IsCivilDate, IsLine, IsLines, IsPartialDate, IsUuidString, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional, IntersectionType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, IsUUID, ValidateNested } from 'class-validator';
import {
  INITIATIVE_CONFIDENCES,
  INITIATIVE_KINDS,
  INITIATIVE_SUCCESSIONS,
  LINK_RELATIONS,
  PREVENTION_LEVELS,
  type InitiativeConfidence,
  type InitiativeKind,
  type InitiativeSuccession,
  type LinkRelation,
  type PreventionLevel,
} from '../domain/initiative-vocabulary.js';

export class DescriptionDto {
  @ApiProperty({ description: 'Benämning, utan personnamn · Title; names no person', example: 'Trygga stråk' })
  @IsLine(200)
  title!: string;

  @ApiPropertyOptional({ description: 'Problemet åtgärden möter · The problem it meets', example: 'Otrygga platser' })
  @MayBeAbsent()
  @IsLines(2_000)
  problem?: string;

  @ApiPropertyOptional({ description: 'Orsaken den verkar på · The cause it works on', example: 'Bristande belysning' })
  @MayBeAbsent()
  @IsLines(2_000)
  cause?: string;

  @ApiProperty({ enum: INITIATIVE_KINDS, isArray: true, example: ['situational'] })
  @IsArray()
  @ArrayMaxSize(INITIATIVE_KINDS.length)
  @IsIn(INITIATIVE_KINDS, { each: true })
  kinds!: InitiativeKind[];

  @ApiProperty({ enum: PREVENTION_LEVELS, description: 'Vem den når · Whom it reaches', example: 'universal' })
  @IsIn(PREVENTION_LEVELS)
  level!: PreventionLevel;

  @ApiProperty({ type: [String], description: 'Områden, kod eller namn · Areas', example: ['Flemingsberg'] })
  @IsArray()
  @ArrayMaxSize(50)
  @IsLine(100, { each: true })
  areas!: string[];

  @ApiPropertyOptional({ description: 'Målgrupp, aldrig en person · Target group', example: 'Boende i centrum' })
  @MayBeAbsent()
  @IsLine(200)
  targetGroup?: string;

  @ApiPropertyOptional({
    description: 'Hur den utförs; förseglas · How it is carried out; sealed',
    example: 'Kamera 3 täcker norra entrén',
  })
  @MayBeAbsent()
  @IsLines(10_000)
  details?: string;

  @ApiPropertyOptional({ description: 'Vad alla får läsa · What anybody may read', example: 'Kameror på torget' })
  @MayBeAbsent()
  @IsLines(4_000)
  publicSummary?: string;

  @ApiPropertyOptional({
    description: 'Bestämmelsen som gör detaljerna hemliga · Statute that makes the details secret',
    example: 'OSL 18 kap. 8 §',
  })
  @MayBeAbsent()
  @IsLine(200)
  secrecy?: string;
}

export class RegisterInitiativeDto extends DescriptionDto {
  @ApiPropertyOptional({
    type: String,
    description: 'Sedan när den varit aktuell (EDTF) · Since when it has been on the agenda',
    example: '2023',
  })
  @MayBeAbsent()
  @IsPartialDate()
  registeredFor?: PartialDate;

  @ApiProperty({ enum: INITIATIVE_CONFIDENCES, description: 'Hur säker uppgiften är · How sure', example: 'certain' })
  @IsIn(INITIATIVE_CONFIDENCES)
  confidence!: InitiativeConfidence;
}

export class PartialMilestoneDto extends BasedDto {
  @ApiProperty({ type: String, description: 'När, så gott det är känt (EDTF) · When', example: '2023-02-13' })
  @IsPartialDate()
  on!: PartialDate;
}

export class DiscardInitiativeDto {
  @ApiPropertyOptional({ example: 'Samma åtgärd fanns redan' })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;
}

export class DiscontinueInitiativeDto extends PartialMilestoneDto {
  @ApiPropertyOptional({ description: 'Varför; förseglas · Why; sealed', example: 'Statsbidraget upphörde' })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;
}

export class DayMilestoneDto extends BasedDto {
  @ApiProperty({ type: String, description: 'Vilken dag · On which day', example: '2025-03-01', format: 'date' })
  @IsCivilDate()
  on!: CivilDate;
}

export class ReviseInitiativeDto extends IntersectionType(
  PartialType(DescriptionDto, { skipNullProperties: false }),
  BasedDto,
) {
  @ApiProperty({
    type: String,
    description: 'Första dagen för det nya innehållet · First day of the new content',
    example: '2024-07-01',
    format: 'date',
  })
  @IsCivilDate()
  from!: CivilDate;
}

export class LinkDecisionDto {
  @ApiProperty({ type: DecisionPointRefDto, description: 'Beslutspunkten · The decision point' })
  @IsObject()
  @ValidateNested()
  @Type(() => DecisionPointRefDto)
  basis!: DecisionPointRefDto;

  @ApiProperty({ enum: LINK_RELATIONS, description: 'Vad den är för åtgärden · What it is to it', example: 'funds' })
  @IsIn(LINK_RELATIONS)
  relation!: LinkRelation;
}

export class SucceedInitiativeDto extends DayMilestoneDto {
  @ApiProperty({
    description: 'Åtgärden den går vidare i · The initiative it goes on in',
    example: '5f0f2f3e-0d5c-5a53-8c3f-3b8a1c0f9a11',
    format: 'uuid',
  })
  @IsUUID()
  successorId!: string;

  @ApiProperty({
    enum: INITIATIVE_SUCCESSIONS,
    description: 'Sammanslagen, delad eller övertagen · Merged, split or taken over',
  })
  @IsIn(INITIATIVE_SUCCESSIONS)
  kind!: InitiativeSuccession;

  @ApiPropertyOptional({ description: 'Vad som går vidare där · What goes on there', example: 'Fältarbetet' })
  @MayBeAbsent()
  @IsLines(2_000)
  continues?: string;

  @ApiPropertyOptional({
    type: [String],
    description: 'Indikatorer som följer med, så att ingen räknas två gånger · Indicators that go along',
    example: [],
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(100)
  @IsUuidString({ each: true })
  indicatorIds?: string[];
}

export class CorrectInitiativeRegistrationDto extends PartialType(RegisterInitiativeDto, {
  skipNullProperties: false,
}) {
  @ApiProperty({
    description: 'Uppgiften som var fel; se `registered` · The fact that was wrong; see `registered`',
    example: '2f7f9e57-0b6e-5b39-8a4c-5d9f1b6a7e02',
    format: 'uuid',
  })
  @IsUUID()
  corrects!: string;

  @ApiPropertyOptional({
    type: String,
    description: 'Rätt datum för ett steg (EDTF) · The right date',
    example: '2023',
  })
  @MayBeAbsent()
  @IsPartialDate()
  on?: PartialDate;

  @ApiPropertyOptional({ enum: [true], description: 'Registrerades av misstag · Registered by mistake', example: true })
  @MayBeAbsent()
  @IsIn([true])
  withdrawn?: true;

  @ApiPropertyOptional({ description: 'Varför; förseglas · Why; sealed', example: 'Avläst fel i protokollet' })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;
}
