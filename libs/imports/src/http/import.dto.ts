import { IsLines, MayBeAbsent, PageQuery } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { CONTENTS, TABLE_NAMES, type Content, type TableName } from '../tables/tables.js';

export class HandInQuery {
  @ApiProperty({
    description: 'Vad filen innehåller: mallens namn, eller popolo · What the file holds: its template, or popolo',
    enum: CONTENTS,
    example: 'appointments',
  })
  @IsIn(CONTENTS)
  content!: Content;
}

export class TemplateQuery {
  @ApiPropertyOptional({ description: 'Filens form · How the file is written', enum: ['csv', 'xlsx'], default: 'csv' })
  @MayBeAbsent()
  @IsIn(['csv', 'xlsx'])
  format: 'csv' | 'xlsx' = 'csv';
}

export class TemplateParameters {
  @ApiProperty({ description: 'Mallens namn · The template', enum: TABLE_NAMES, example: 'appointments' })
  @IsIn(TABLE_NAMES)
  table!: TableName;
}

export class RowsQuery extends PageQuery {
  @ApiPropertyOptional({
    description: 'Bara rader med en sådan anmärkning · Only rows with such a remark',
    enum: ['error', 'warning'],
  })
  @MayBeAbsent()
  @IsIn(['error', 'warning'])
  severity?: 'error' | 'warning';
}

export class ReverseImportDto {
  @ApiPropertyOptional({
    description: 'Varför importen var fel; försluten · Why the import was wrong; sealed',
    example: 'Fel års förteckning',
    maxLength: 2000,
  })
  @MayBeAbsent()
  @IsLines(2000)
  reason?: string;
}
