import { sealedText } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { BALLOT_REMARKS, type BallotRemark } from '../domain/ballot-remarks.js';
import {
  BALLOT_METHODS,
  BALLOT_QUESTIONS,
  SIDES,
  VOTES,
  type BallotMethod,
  type BallotQuestion,
  type Side,
  type Vote,
} from '../domain/ballot-vocabulary.js';
import { FACT } from './example-ids.js';
import { NamedPersonView } from './named-person.dto.js';

export class VoteView extends NamedPersonView {
  @ApiProperty({ enum: VOTES, description: 'Hur · How', example: 'yes' })
  vote!: Vote;
}

export class CountsView {
  @ApiPropertyOptional({ description: 'Ja · For', example: 31 })
  yes?: number;

  @ApiPropertyOptional({ description: 'Nej · Against', example: 29 })
  no?: number;

  @ApiPropertyOptional({ description: 'Avstod, eller blankt · Abstained, or blank', example: 1 })
  abstain?: number;

  @ApiPropertyOptional({ description: 'Frånvarande · Absent', example: 0 })
  absent?: number;
}

export class CastingVoteView extends NamedPersonView {
  @ApiProperty({ enum: SIDES, description: 'Hur · Which way', example: 'yes' })
  vote!: Side;
}

export class LotView {
  @ApiProperty({ enum: SIDES, description: 'Vad lotten gav · What was drawn', example: 'yes' })
  result!: Side;

  @ApiPropertyOptional(sealedText('Hur, enligt protokollet · How, as the minutes say', 'Två lappar i en urna'))
  note?: unknown;
}

export class BallotOutcomeView {
  @ApiPropertyOptional({
    type: CountsView,
    description: 'Angivna antal, annars räknade · Stated, else counted from names',
  })
  counts?: CountsView;

  @ApiPropertyOptional({
    enum: SIDES,
    description: 'Vad röster, utslagsröst eller lott säger · What votes, casting vote or lot say',
    example: 'yes',
  })
  decided?: Side;

  @ApiProperty({
    enum: BALLOT_REMARKS,
    isArray: true,
    description: 'Vad som inte går ihop · What does not add up',
    example: ['counts-differ-from-names'],
  })
  remarks!: BallotRemark[];
}

export class BallotView {
  @ApiProperty({ description: 'Omröstningens id · Id of the ballot', example: FACT, format: 'uuid' })
  ballotId!: string;

  @ApiProperty({ enum: BALLOT_METHODS, description: 'Hur det avgjordes · How it was decided', example: 'open' })
  method!: BallotMethod;

  @ApiPropertyOptional({ description: 'Punkten det gällde · The point it was about', example: 1 })
  point?: number;

  @ApiPropertyOptional({
    enum: BALLOT_QUESTIONS,
    description: 'Vad man röstade om · What was voted on',
    example: 'proposal',
  })
  question?: BallotQuestion;

  @ApiPropertyOptional(sealedText('Vad ja och nej stod för · What yes and no stood for', 'Ja för förslaget'))
  wording?: unknown;

  @ApiPropertyOptional({ type: [VoteView], description: 'Vem som röstade hur, om öppet · Who voted how, if open' })
  votes?: VoteView[];

  @ApiPropertyOptional({ type: CountsView, description: 'Antal enligt protokollet · The numbers the minutes state' })
  counts?: CountsView;

  @ApiPropertyOptional({ type: CastingVoteView, description: 'Ordförandens utslagsröst · The chair’s casting vote' })
  castingVote?: CastingVoteView;

  @ApiPropertyOptional({ type: LotView, description: 'Lottning · The lot that was drawn' })
  lot?: LotView;

  @ApiPropertyOptional({
    enum: SIDES,
    description: 'Utfallet enligt protokollet · The result the minutes state',
    example: 'yes',
  })
  result?: Side;

  @ApiProperty({ type: BallotOutcomeView, description: 'Vad den kommer till · What it comes to' })
  outcome!: BallotOutcomeView;
}
