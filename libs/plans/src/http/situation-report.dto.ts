import { BasedDto } from '@liggare/decisions';
import type { PartialDate } from '@liggare/kernel';
import { IsLine, IsLines, IsPartialDate, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional, IntersectionType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsUUID, Matches, ValidateNested } from 'class-validator';
import { REPORT_PARTS, type ReportPart } from '../domain/plans-vocabulary.js';
import { dateField, FACT, SHA256, SHA256_EXAMPLE, textField } from './fields.js';
import { CorrectionDto } from './registration.dto.js';

export class ReportPartDto {
  @ApiProperty({ enum: REPORT_PARTS, description: 'Delen (lag 2023:196 4 §) · The part', example: 'survey' })
  @IsIn(REPORT_PARTS)
  part!: ReportPart;

  @ApiPropertyOptional(textField('Vad alla får läsa · What anybody may read', 'Skadegörelsen ökar i centrum', 10_000))
  @MayBeAbsent()
  @IsLines(10_000)
  publicSummary?: string;

  @ApiPropertyOptional(
    textField('Delen i sin helhet; försluten · The part itself; sealed', 'Kartläggning per kvarter', 50_000),
  )
  @MayBeAbsent()
  @IsLines(50_000)
  details?: string;

  @ApiPropertyOptional(textField('Lagrum för sekretess · Statute by which it is secret', 'OSL 18:2', 100))
  @MayBeAbsent()
  @IsLine(100)
  secrecy?: string;
}

export class SituationReportContentDto {
  @ApiProperty(textField('Titel utan personnamn · Title; names no person', 'Lägesbild 2025', 300))
  @IsLine(300)
  title!: string;

  @ApiProperty(dateField('När den antogs eller uppdaterades · When it was adopted or updated', '2025-10-01'))
  @IsPartialDate()
  adoptedOn!: PartialDate;

  @ApiPropertyOptional(dateField('Första dagen den beskriver · First day it describes', '2023'))
  @MayBeAbsent()
  @IsPartialDate()
  describesFrom?: PartialDate;

  @ApiPropertyOptional(dateField('Första dagen efter · First day after', '2025'))
  @MayBeAbsent()
  @IsPartialDate()
  describesTo?: PartialDate;

  @ApiProperty({ type: [String], description: 'Områden; tom: hela kommunen · Areas; empty: all', example: ['Skogås'] })
  @IsArray()
  @ArrayMaxSize(200)
  @IsLine(100, { each: true })
  areas!: string[];

  @ApiProperty({ type: [ReportPartDto], description: 'De tre delarna · The three parts' })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ReportPartDto)
  parts!: ReportPartDto[];

  @ApiProperty({
    type: [String],
    format: 'uuid',
    description: 'Problem den tar upp · Problems it names',
    example: [FACT],
  })
  @IsArray()
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  problemIds!: string[];

  @ApiPropertyOptional({ description: 'SHA-256 av handlingen · of the document', example: SHA256_EXAMPLE })
  @MayBeAbsent()
  @Matches(SHA256)
  documentHash?: string;
}

export class AdoptSituationReportDto extends IntersectionType(SituationReportContentDto, BasedDto) {}

export class CorrectSituationReportDto extends IntersectionType(
  PartialType(SituationReportContentDto),
  CorrectionDto,
) {}
