import { AsOfQuery, IsCivilDate, IsLine, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { EventSummaryView } from './audit-views.dto.js';

export class ReportQuery extends PickType(AsOfQuery, ['knownAt'] as const) {
  @ApiPropertyOptional({ enum: ['json', 'csv'], default: 'json', description: 'Form · Format' })
  @MayBeAbsent()
  @IsIn(['json', 'csv'])
  format: 'json' | 'csv' = 'json';

  @ApiPropertyOptional({ enum: ['sv', 'en'], default: 'sv', description: 'Rubrikernas språk i CSV · Of the headings' })
  @MayBeAbsent()
  @IsIn(['sv', 'en'])
  language: 'sv' | 'en' = 'sv';

  @ApiPropertyOptional({
    type: Number,
    default: 30,
    description: 'Så många dagar efteråt är inte i efterhand · So many days late is not afterwards',
  })
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(36_500)
  graceDays = 30;

  @ApiPropertyOptional({ description: 'Bara det denne registrerade · Only what this one recorded', example: 'anna' })
  @MayBeAbsent()
  @IsLine(255)
  actor?: string;

  @ApiPropertyOptional({ description: 'Registrerat denna dag eller senare · Recorded since', example: '2024-01-01' })
  @MayBeAbsent()
  @IsCivilDate()
  since?: string;
}

export class ReportColumnView {
  @ApiProperty({ description: 'Nyckel · Key', example: 'position' })
  key!: string;

  @ApiProperty({ description: 'Rubrik på svenska · Heading in Swedish', example: 'Plats i loggen' })
  sv!: string;

  @ApiProperty({ description: 'Rubrik på engelska · Heading in English', example: 'Position' })
  en!: string;
}

export class ReportSummaryView {
  @ApiProperty({ description: 'Namn · Name', example: 'retroactive' })
  name!: string;

  @ApiProperty({ type: EventSummaryView, description: 'Rubrik · Title' })
  title!: EventSummaryView;

  @ApiProperty({ type: [ReportColumnView], description: 'Kolumner · Columns' })
  columns!: ReportColumnView[];
}

export class ReportList {
  @ApiProperty({ type: [ReportSummaryView], description: 'Rapporterna · The reports' })
  items!: ReportSummaryView[];
}

export class ReportBody extends ReportSummaryView {
  @ApiProperty({ description: 'Sista position den bygger på · The last position it rests on', example: '1204' })
  knownAt!: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: {} },
    description: 'En lista per rad, i kolumnernas ordning · One list a row, in the order of the columns',
    example: [['1204', '2023-02-14T09:12:33.120Z']],
  })
  rows!: unknown[][];

  @ApiProperty({ description: 'Finns fler rader? CSV har alla · Are there more? CSV has all', example: false })
  truncated!: boolean;
}
