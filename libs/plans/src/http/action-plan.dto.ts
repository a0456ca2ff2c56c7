import { BasedDto } from '@liggare/decisions';
import type { PartialDate } from '@liggare/kernel';
import { IsLine, IsLines, IsPartialDate, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional, IntersectionType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsObject, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';
import { dateField, idField, SHA256, SHA256_EXAMPLE, textField } from './fields.js';
import { CorrectionDto } from './registration.dto.js';

export class PlanItemDto {
  @ApiPropertyOptional(
    idField('Punkten i den förra versionen; saknas för en ny · The item of the version before; absent: a new one'),
  )
  @MayBeAbsent()
  @IsUUID()
  itemId?: string;

  @ApiPropertyOptional(idField('Åtgärden i registret · The initiative'))
  @MayBeAbsent()
  @IsUUID()
  initiativeId?: string;

  @ApiProperty(textField('Vad som ska göras · What is to be done', 'Belysning längs stråket', 2000))
  @IsLines(2000)
  text!: string;

  @ApiPropertyOptional(idField('Ansvarigt organ · The body that answers for it'))
  @MayBeAbsent()
  @IsUUID()
  bodyGroupId?: string;

  @ApiPropertyOptional(textField('Annars dess namn · Else its name', 'Tekniska nämnden', 200))
  @MayBeAbsent()
  @IsLine(200)
  bodyName?: string;

  @ApiPropertyOptional(dateField('När det ska vara gjort · When it is to be done', '2026-06'))
  @MayBeAbsent()
  @IsPartialDate()
  by?: PartialDate;

  @ApiPropertyOptional(textField('Vad det ska ändra · What it is to change', 'Färre upplever otrygghet', 2000))
  @MayBeAbsent()
  @IsLines(2000)
  expectedEffect?: string;
}

export class RestsOnDto {
  @ApiProperty(idField('Lägesbilden · The situation report'))
  @IsUUID()
  situationReportId!: string;

  @ApiProperty({ description: 'Dess version · Its version', example: 2 })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version!: number;
}

export class ActionPlanContentDto {
  @ApiProperty(textField('Titel utan personnamn · Title; names no person', 'Åtgärdsplan 2025–2026', 300))
  @IsLine(300)
  title!: string;

  @ApiProperty(dateField('Beslutsdag · When it was decided', '2025-06-09'))
  @IsPartialDate()
  adoptedOn!: PartialDate;

  @ApiPropertyOptional(
    dateField('Första dagen; annars beslutsdagen · First day; else the day of the decision', '2025-07-01'),
  )
  @MayBeAbsent()
  @IsPartialDate()
  from?: PartialDate;

  @ApiPropertyOptional(dateField('Första dagen den inte gäller · First day it no longer applies', '2027-07-01'))
  @MayBeAbsent()
  @IsPartialDate()
  to?: PartialDate;

  @ApiPropertyOptional({ type: RestsOnDto, description: 'Lägesbilden den vilar på · The report it rests on' })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => RestsOnDto)
  restsOn?: RestsOnDto;

  @ApiProperty({ type: [PlanItemDto], description: 'Punkterna · The items' })
  @IsArray()
  @ArrayMaxSize(1_000)
  @ValidateNested({ each: true })
  @Type(() => PlanItemDto)
  items!: PlanItemDto[];

  @ApiPropertyOptional({ description: 'SHA-256 av handlingen · of the document', example: SHA256_EXAMPLE })
  @MayBeAbsent()
  @Matches(SHA256)
  documentHash?: string;
}

export class PlanFollowUpContentDto {
  @ApiProperty(dateField('När · When', '2026-05'))
  @IsPartialDate()
  on!: PartialDate;

  @ApiPropertyOptional(dateField('Första dagen av tiden · First day of the time', '2025-07-01'))
  @MayBeAbsent()
  @IsPartialDate()
  periodFrom?: PartialDate;

  @ApiPropertyOptional(dateField('Första dagen efter · First day after', '2026-05-01'))
  @MayBeAbsent()
  @IsPartialDate()
  periodTo?: PartialDate;

  @ApiPropertyOptional(textField('Vad alla får läsa · What anybody may read', 'Två av tre punkter är gjorda', 10_000))
  @MayBeAbsent()
  @IsLines(10_000)
  publicSummary?: string;

  @ApiPropertyOptional(textField('Resten; försluten · The rest; sealed', 'Hinder i samverkan', 50_000))
  @MayBeAbsent()
  @IsLines(50_000)
  details?: string;
}

export class AdoptActionPlanDto extends IntersectionType(ActionPlanContentDto, BasedDto) {}

export class FollowUpActionPlanDto extends IntersectionType(PlanFollowUpContentDto, BasedDto) {}

export class CorrectActionPlanDto extends IntersectionType(
  PartialType(ActionPlanContentDto),
  PartialType(PlanFollowUpContentDto),
  CorrectionDto,
) {}

export class DifferencesQuery {
  @ApiProperty({ description: 'Version · Version', example: 1 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  from!: number;

  @ApiProperty({ description: 'Version · Version', example: 2 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  to!: number;
}
