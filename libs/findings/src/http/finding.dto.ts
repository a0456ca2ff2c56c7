import type { CivilDate } from '@liggare/kernel';
import { AsOfQuery, IsCivilDate, IsLines, MayBeAbsent, PageQuery } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { ruleDescriptions } from '../domain/all-rules.js';
import { ENTITY_KINDS } from '../domain/entity-kinds.js';
import { SEVERITIES, type Severity } from '../domain/rule.js';

const RULES = [...ruleDescriptions.keys()];
const YES_OR_NO = ['true', 'false'] as const;

export class FindingsQuery extends IntersectionType(AsOfQuery, PageQuery) {
  @ApiPropertyOptional({
    description: 'Bara från den här regeln · Of this rule only',
    enum: RULES,
    example: 'notice-late',
  })
  @MayBeAbsent()
  @IsIn(RULES)
  rule?: string;

  @ApiPropertyOptional({ description: 'Bara så allvarliga · Of this severity only', enum: SEVERITIES })
  @MayBeAbsent()
  @IsIn(SEVERITIES)
  severity?: Severity;

  @ApiPropertyOptional({ description: 'Bara om sådana · About these only', enum: ENTITY_KINDS })
  @MayBeAbsent()
  @IsIn(ENTITY_KINDS)
  entityType?: string;

  @ApiPropertyOptional({ description: 'Bara om den här · About this one only', format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  entityId?: string;

  @ApiPropertyOptional({
    description:
      'Bara de som någon har tagit ställning till, eller bara de andra · Acknowledged ones only, or the others',
    enum: YES_OR_NO,
  })
  @MayBeAbsent()
  @IsIn(YES_OR_NO)
  acknowledged?: (typeof YES_OR_NO)[number];
}

export class AcknowledgeFindingDto {
  @ApiProperty({
    description:
      'Varför den får stå; försluten, så den får nämna personer · Why it may stand; sealed, so it may name people',
    example: 'Protokollet justerades sent på grund av sjukdom; sekreteraren är informerad',
    maxLength: 2000,
  })
  @IsLines(2000)
  reason!: string;

  @ApiPropertyOptional({
    type: String,
    description: 'Första dagen då den ska tittas på igen · First day on which it is to be looked at again',
    example: '2027-01-01',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  until?: CivilDate;
}

export class WithdrawAcknowledgementDto {
  @ApiPropertyOptional({
    description: 'Varför; försluten, så den får nämna personer · Why; sealed, so it may name people',
    example: 'Förhållandena har ändrats',
    maxLength: 2000,
  })
  @MayBeAbsent()
  @IsLines(2000)
  reason?: string;
}
