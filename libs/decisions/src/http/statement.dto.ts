import type { PartialDate } from '@liggare/kernel';
import { IsLine, IsLines, IsPartialDate, IsUuidString, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { STATEMENT_KINDS, type StatementKind } from '../domain/decision-vocabulary.js';
import { SHA256 } from './document-hash.js';
import { DOCUMENT_HASH, PARTY, PERSON } from './example-ids.js';

class StatementPaperDto {
  @ApiPropertyOptional({ description: 'Punkten det gäller · The point it is about', example: 1, minimum: 1 })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(999)
  point?: number;

  @ApiPropertyOptional({
    description: 'Undertecknare enligt handlingen · Signatory as the paper has it',
    example: 'För partigruppen',
  })
  @MayBeAbsent()
  @IsLine(300)
  signatory?: string;

  @ApiPropertyOptional({ type: String, description: 'Inlämnat (EDTF) · Filed', example: '2024-04-15' })
  @MayBeAbsent()
  @IsPartialDate()
  filedOn?: PartialDate;

  @ApiPropertyOptional({ description: 'Hela texten · The full text', example: 'Vi reserverar oss mot beslutet.' })
  @MayBeAbsent()
  @IsLines(100_000)
  text?: string;

  @ApiPropertyOptional({
    description: 'SHA-256 av handlingen, hex · SHA-256 of the document, hex',
    example: DOCUMENT_HASH,
  })
  @MayBeAbsent()
  @Matches(SHA256, { message: 'must be a SHA-256 in lower-case hexadecimal' })
  documentHash?: string;
}

export class AttachStatementDto extends StatementPaperDto {
  @ApiProperty({ enum: STATEMENT_KINDS, example: 'reservation' })
  @IsIn(STATEMENT_KINDS)
  kind!: StatementKind;

  @ApiProperty({ type: [String], format: 'uuid', description: 'Partier bakom · Parties behind it', example: [PARTY] })
  @IsArray()
  @ArrayMaxSize(30)
  @IsUuidString({ each: true })
  partyIds!: string[];

  @ApiProperty({ type: [String], format: 'uuid', description: 'Personer bakom · Persons behind it', example: [PERSON] })
  @IsArray()
  @ArrayMaxSize(100)
  @IsUuidString({ each: true })
  personIds!: string[];
}

class StatementFactsDto extends StatementPaperDto {
  @ApiPropertyOptional({ enum: STATEMENT_KINDS, example: 'reservation' })
  @MayBeAbsent()
  @IsIn(STATEMENT_KINDS)
  kind?: StatementKind;

  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    description: 'Partier bakom · Parties behind it',
    example: [PARTY],
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(30)
  @IsUuidString({ each: true })
  partyIds?: string[];

  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    description: 'Personer bakom · Persons behind it',
    example: [PERSON],
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(100)
  @IsUuidString({ each: true })
  personIds?: string[];
}

export class RefineStatementDto extends StatementFactsDto {
  @ApiPropertyOptional({ description: 'Den nya källan · The new source', example: 'Protokollet återfanns i arkivet' })
  @MayBeAbsent()
  @IsLines(5_000)
  sourceNote?: string;
}

export class CorrectStatementDto extends StatementFactsDto {
  @ApiPropertyOptional({
    description: 'Det hör inte alls till beslutet · It belongs to another decision',
    example: false,
  })
  @MayBeAbsent()
  @IsBoolean()
  withdrawn?: boolean;

  @ApiPropertyOptional({
    description: 'Varför uppgiften var fel · Why the entry was wrong',
    example: 'Hörde till nästa paragraf',
  })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;
}
