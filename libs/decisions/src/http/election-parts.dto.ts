import { IsLine, IsUuidString, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { DECISION, FACT, PARTY } from './example-ids.js';
import { IsCount } from './is-count.js';
import { NamedPersonDto } from './named-person.dto.js';

export class ElectionRequestDto {
  @ApiPropertyOptional({ description: 'Hur många som begärde det · How many asked for it', example: 18, minimum: 0 })
  @IsCount()
  by?: number;

  @ApiPropertyOptional({ description: 'Antal närvarande · How many were present', example: 61, minimum: 0 })
  @IsCount()
  present?: number;
}

export class ElectionListDto {
  @ApiProperty({ description: 'Listans nummer här · Its number here', example: 1, minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(99)
  number!: number;

  @ApiPropertyOptional({ description: 'Gruppbeteckning · Group designation', example: 'Samverkan' })
  @MayBeAbsent()
  @IsLine(300)
  designation?: string;

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

  @ApiPropertyOptional({ description: 'Antal valsedlar · Ballots for it', example: 32, minimum: 0 })
  @IsCount()
  votes?: number;

  @ApiPropertyOptional({ type: [NamedPersonDto], description: 'Namnen i ordning · Its names in order' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => NamedPersonDto)
  candidates?: NamedPersonDto[];
}

export class ElectedDto extends NamedPersonDto {
  @ApiPropertyOptional({ description: 'Listan vars plats det är · The list whose seat it is', example: 1, minimum: 1 })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(99)
  list?: number;

  @ApiPropertyOptional({ description: 'Röster på personen · Votes for the person', example: 40, minimum: 0 })
  @IsCount()
  votes?: number;
}

export class FillsDto {
  @ApiProperty({
    description: 'Beslutet om det tidigare valet · Decision of the earlier election',
    example: DECISION,
    format: 'uuid',
  })
  @IsUuidString()
  decisionId!: string;

  @ApiProperty({ description: 'Det tidigare valet · The earlier election', example: FACT, format: 'uuid' })
  @IsUuidString()
  electionId!: string;

  @ApiPropertyOptional({ description: 'Listan som har platsen · The list that holds the seat', example: 2, minimum: 1 })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(99)
  list?: number;
}
