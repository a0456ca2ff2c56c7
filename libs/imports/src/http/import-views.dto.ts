import { PageMeta } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FORMATS, type Format } from '../domain/import-events.js';
import { IMPORT_STATUSES, type ImportStatus } from '../domain/import.js';
import { CONTENTS, TABLE_NAMES } from '../tables/tables.js';

const ID = 'c2b6a3c2-0a3a-5a55-9f0c-4d1f4b1f0e62';
const SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export class ImportFailureBody {
  @ApiProperty({ description: 'Raden · The row', example: 17 })
  row!: number;

  @ApiProperty({ description: 'Regeln · The rule', example: 'seat-taken' })
  rule!: string;
}

export class ImportBody {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'Hur långt importen har kommit · How far it has come', enum: IMPORT_STATUSES })
  status!: ImportStatus;

  @ApiProperty({ description: 'Vad filen innehåller · What the file holds', enum: CONTENTS })
  content!: string;

  @ApiProperty({ description: 'Filens form · How it is written', enum: FORMATS })
  format!: Format;

  @ApiProperty({ description: 'Filens SHA-256 · SHA-256 of the file', example: SHA256 })
  sha256!: string;

  @ApiProperty({ description: 'Rader · Rows', example: 120 })
  rows!: number;

  @ApiProperty({ description: 'Fel; med minst ett införs inget · Errors; with any, nothing is recorded', example: 0 })
  errors!: number;

  @ApiProperty({ description: 'Varningar · Warnings', example: 3 })
  warnings!: number;

  @ApiProperty({ description: 'Händelser som importen gjorde · Events it made', example: 140 })
  events!: number;

  @ApiProperty({
    type: ImportFailureBody,
    nullable: true,
    description: 'Raden som hindrade importen · The row that stopped it',
  })
  failure!: ImportFailureBody | null;

  @ApiPropertyOptional({
    description:
      'Poster som står kvar för att andra byggt vidare på dem · Entries left because others have built on them',
    example: 0,
  })
  kept?: number;
}

export class ImportItemBody {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'Vad filen innehåller · What the file holds', enum: CONTENTS })
  content!: string;

  @ApiProperty({ description: 'Filens SHA-256 · SHA-256 of the file', example: SHA256 })
  sha256!: string;

  @ApiProperty({ description: 'När den lämnades in · When it was handed in', example: '2026-11-23T12:00:00.000Z' })
  handedInAt!: string;
}

export class ImportPage {
  @ApiProperty({ type: [ImportItemBody] })
  items!: ImportItemBody[];

  @ApiProperty({ type: PageMeta })
  _meta!: PageMeta;
}

export class RemarkBody {
  @ApiProperty({ enum: ['error', 'warning'] })
  severity!: 'error' | 'warning';

  @ApiPropertyOptional({ description: 'Cellen, eller JSON-pekare · The cell, or a JSON pointer', example: 'C17' })
  cell?: string;

  @ApiPropertyOptional({ description: 'Kolumnens rubrik · Header of the column', example: 'Från och med' })
  column?: string;

  @ApiProperty({ description: 'Regelns kod · Code of the rule', example: 'not-a-date' })
  rule!: string;

  @ApiProperty({ description: 'Regeln i ord · The rule in words', example: 'ska vara en dag · must be a day' })
  message!: string;
}

export class RowBody {
  @ApiProperty({ description: 'Radens nummer i filen · Number of the row in the file', example: 17 })
  row!: number;

  @ApiProperty({
    description: 'Vad raden inför, i ordning · What it records, in order',
    example: ['RegisterPerson', 'AppointMember'],
    type: [String],
  })
  records!: string[];

  @ApiProperty({ type: [RemarkBody] })
  remarks!: RemarkBody[];
}

export class RowPage {
  @ApiProperty({ type: [RowBody] })
  items!: RowBody[];

  @ApiProperty({ type: PageMeta })
  _meta!: PageMeta;
}

export class ColumnBody {
  @ApiProperty({ description: 'Rubriken i första raden · The header in the first row', example: 'Från och med' })
  header!: string;

  @ApiProperty({ description: 'Måste fyllas i · Must be filled in', example: true })
  required!: boolean;

  @ApiProperty({ description: 'Vad som ska stå · What is to stand there', example: 'första dagen' })
  description!: string;

  @ApiProperty({ example: '2023-02-13' })
  example!: string;

  @ApiPropertyOptional({ description: 'Värden som kan stå där · Values it may have', type: [String] })
  values?: string[];
}

export class TemplateBody {
  @ApiProperty({ enum: TABLE_NAMES })
  name!: string;

  @ApiProperty({ example: 'Uppdrag i grupper' })
  title!: string;

  @ApiProperty({ type: [ColumnBody] })
  columns!: ColumnBody[];
}

export class TemplateList {
  @ApiProperty({ type: [TemplateBody] })
  items!: TemplateBody[];
}
