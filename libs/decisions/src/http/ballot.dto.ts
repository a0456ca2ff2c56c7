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
  BALLOT_CLEARABLE,
  BALLOT_METHODS,
  BALLOT_QUESTIONS,
  SIDES,
  VOTES,
  type BallotClearable,
  type BallotMethod,
  type BallotQuestion,
  type Side,
  type Vote,
} from '../domain/ballot-vocabulary.js';
import { IsCount } from './is-count.js';
import { NamedPersonDto } from './named-person.dto.js';

class VoteDto extends NamedPersonDto {
  @ApiProperty({ enum: VOTES, description: 'Hur · How', example: 'yes' })
  @IsIn(VOTES)
  vote!: Vote;
}

class CountsDto {
  @ApiPropertyOptional({ description: 'Ja · For', example: 31, minimum: 0 })
  @IsCount()
  yes?: number;

  @ApiPropertyOptional({ description: 'Nej · Against', example: 29, minimum: 0 })
  @IsCount()
  no?: number;

  @ApiPropertyOptional({ description: 'Avstod, eller blankt · Abstained, or blank', example: 1, minimum: 0 })
  @IsCount()
  abstain?: number;

  @ApiPropertyOptional({ description: 'Frånvarande · Absent', example: 0, minimum: 0 })
  @IsCount()
  absent?: number;
}

class CastingVoteDto extends NamedPersonDto {
  @ApiProperty({ enum: SIDES, description: 'Hur · Which way', example: 'yes' })
  @IsIn(SIDES)
  vote!: Side;
}

class LotDto {
  @ApiProperty({ enum: SIDES, description: 'Vad lotten gav · What was drawn', example: 'yes' })
  @IsIn(SIDES)
  result!: Side;

  @ApiPropertyOptional({
    description: 'Hur, enligt protokollet · How, as the minutes say',
    example: 'Två lappar i en urna',
  })
  @MayBeAbsent()
  @IsLines(2_000)
  note?: string;
}

class BallotFactsDto {
  @ApiPropertyOptional({ description: 'Punkten det gällde · The point it was about', example: 1, minimum: 1 })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(999)
  point?: number;

  @ApiPropertyOptional({
    enum: BALLOT_QUESTIONS,
    description: 'Vad man röstade om · What was voted on',
    example: 'proposal',
  })
  @MayBeAbsent()
  @IsIn(BALLOT_QUESTIONS)
  question?: BallotQuestion;

  @ApiPropertyOptional({
    description: 'Propositionsordningen: vad ja och nej stod för · What yes and no stood for',
    example: 'Ja för kommunstyrelsens förslag, nej för avslag',
  })
  @MayBeAbsent()
  @IsLines(5_000)
  wording?: string;

  @ApiPropertyOptional({ type: [VoteDto], description: 'Vem som röstade hur, om öppet · Who voted how, if open' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => VoteDto)
  votes?: VoteDto[];

  @ApiPropertyOptional({ type: CountsDto, description: 'Antal enligt protokollet · The numbers the minutes state' })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => CountsDto)
  counts?: CountsDto;

  @ApiPropertyOptional({ type: CastingVoteDto, description: 'Ordförandens utslagsröst · The chair’s casting vote' })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => CastingVoteDto)
  castingVote?: CastingVoteDto;

  @ApiPropertyOptional({ type: LotDto, description: 'Lottning · The lot that was drawn' })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => LotDto)
  lot?: LotDto;

  @ApiPropertyOptional({
    enum: SIDES,
    description: 'Utfallet enligt protokollet · The result the minutes state',
    example: 'yes',
  })
  @MayBeAbsent()
  @IsIn(SIDES)
  result?: Side;
}

export class RecordBallotDto extends BallotFactsDto {
  @ApiProperty({ enum: BALLOT_METHODS, description: 'Hur det avgjordes · How it was decided', example: 'open' })
  @IsIn(BALLOT_METHODS)
  method!: BallotMethod;
}

export class CorrectBallotDto extends BallotFactsDto {
  @ApiPropertyOptional({
    enum: BALLOT_METHODS,
    description: 'Hur det avgjordes · How it was decided',
    example: 'secret',
  })
  @MayBeAbsent()
  @IsIn(BALLOT_METHODS)
  method?: BallotMethod;

  @ApiPropertyOptional({
    enum: BALLOT_CLEARABLE,
    isArray: true,
    description: 'Uppgifter som protokollet inte har · What the minutes do not say',
    example: ['votes'],
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(BALLOT_CLEARABLE.length)
  @ArrayUnique()
  @IsIn(BALLOT_CLEARABLE, { each: true })
  clears?: BallotClearable[];

  @ApiPropertyOptional({ description: 'Den hör inte alls till beslutet · It was not of this decision', example: false })
  @MayBeAbsent()
  @IsBoolean()
  withdrawn?: boolean;

  @ApiPropertyOptional({ description: 'Varför uppgiften var fel · Why the entry was wrong', example: 'Fel paragraf' })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;
}
