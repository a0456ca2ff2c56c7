import { IsLines, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  ELECTION_CLEARABLE,
  ELECTION_METHODS,
  ELECTION_OFFICES,
  ELECTION_STATUTES,
  type ElectionClearable,
  type ElectionMethod,
  type ElectionOffice,
  type ElectionStatute,
} from '../domain/election-vocabulary.js';
import { ElectedDto, ElectionListDto, ElectionRequestDto, FillsDto } from './election-parts.dto.js';
import { IsCount } from './is-count.js';

class ElectionFactsDto {
  @ApiPropertyOptional({ description: 'Punkten det gällde · The point it was about', example: 1, minimum: 1 })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(999)
  point?: number;

  @ApiPropertyOptional({
    enum: ELECTION_STATUTES,
    description: 'Lagen, om protokollet anger den · The act, if stated',
    example: '2022:629',
  })
  @MayBeAbsent()
  @IsIn(ELECTION_STATUTES)
  statute?: ElectionStatute;

  @ApiPropertyOptional({ type: ElectionRequestDto, description: 'Begäran om proportionellt val · The request' })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => ElectionRequestDto)
  request?: ElectionRequestDto;

  @ApiPropertyOptional({
    description: 'Blanka och ogiltiga valsedlar · Blank and void ballots',
    example: 0,
    minimum: 0,
  })
  @IsCount()
  invalidBallots?: number;

  @ApiPropertyOptional({
    type: [Number],
    description: 'Listor som lotten föll på, i ordning · Lists that lots fell on',
    example: [2],
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(99)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(99, { each: true })
  lots?: number[];

  @ApiPropertyOptional({
    description: 'Om lottningen, enligt protokollet · About the lots',
    example: 'Lottning om sista platsen',
  })
  @MayBeAbsent()
  @IsLines(2_000)
  lotNote?: string;

  @ApiPropertyOptional({
    type: [ElectedDto],
    description: 'Valda enligt protokollet, i ordning · Declared elected, in order',
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ElectedDto)
  elected?: ElectedDto[];

  @ApiPropertyOptional({
    type: FillsDto,
    description: 'Fyllnadsval: vilket vals plats · By-election: of which election',
  })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => FillsDto)
  fills?: FillsDto;
}

export class RecordElectionDto extends ElectionFactsDto {
  @ApiProperty({ enum: ELECTION_METHODS, description: 'Hur det hölls · How it was held', example: 'proportional' })
  @IsIn(ELECTION_METHODS)
  method!: ElectionMethod;

  @ApiProperty({ enum: ELECTION_OFFICES, description: 'Vad som valdes · What was elected', example: 'members' })
  @IsIn(ELECTION_OFFICES)
  office!: ElectionOffice;

  @ApiProperty({ description: 'Hur många som skulle väljas · How many were to be elected', example: 9, minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(500)
  seats!: number;

  @ApiProperty({
    type: [ElectionListDto],
    description: 'Valsedelsgrupperna; tomt utan listor · The lists; none without',
  })
  @IsArray()
  @ArrayMaxSize(99)
  @ValidateNested({ each: true })
  @Type(() => ElectionListDto)
  lists!: ElectionListDto[];
}

export class CorrectElectionDto extends ElectionFactsDto {
  @ApiPropertyOptional({
    enum: ELECTION_METHODS,
    description: 'Hur det hölls · How it was held',
    example: 'acclamation',
  })
  @MayBeAbsent()
  @IsIn(ELECTION_METHODS)
  method?: ElectionMethod;

  @ApiPropertyOptional({
    enum: ELECTION_OFFICES,
    description: 'Vad som valdes · What was elected',
    example: 'substitutes',
  })
  @MayBeAbsent()
  @IsIn(ELECTION_OFFICES)
  office?: ElectionOffice;

  @ApiPropertyOptional({
    description: 'Hur många som skulle väljas · How many were to be elected',
    example: 7,
    minimum: 1,
  })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(500)
  seats?: number;

  @ApiPropertyOptional({
    type: [ElectionListDto],
    description: 'Alla listor, rätt återgivna · All lists, rendered rightly',
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(99)
  @ValidateNested({ each: true })
  @Type(() => ElectionListDto)
  lists?: ElectionListDto[];

  @ApiPropertyOptional({
    enum: ELECTION_CLEARABLE,
    isArray: true,
    description: 'Uppgifter som protokollet inte har · What the minutes do not say',
    example: ['lots'],
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(ELECTION_CLEARABLE.length)
  @ArrayUnique()
  @IsIn(ELECTION_CLEARABLE, { each: true })
  clears?: ElectionClearable[];

  @ApiPropertyOptional({ description: 'Det hör inte alls till beslutet · It was not of this decision', example: false })
  @MayBeAbsent()
  @IsBoolean()
  withdrawn?: boolean;

  @ApiPropertyOptional({ description: 'Varför uppgiften var fel · Why the entry was wrong', example: 'Fel antal' })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;
}
