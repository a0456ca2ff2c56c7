import { sealedText } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ELECTION_REMARKS, type ElectionRemark } from '../domain/election-remarks.js';
import {
  ELECTION_METHODS,
  ELECTION_OFFICES,
  ELECTION_STATUTES,
  type ElectionMethod,
  type ElectionOffice,
  type ElectionStatute,
} from '../domain/election-vocabulary.js';
import { DECISION, FACT, PARTY } from './example-ids.js';
import { NamedPersonView } from './named-person.dto.js';

export class StatuteView {
  @ApiProperty({ enum: ELECTION_STATUTES, description: 'SFS-nummer · Number in the statute book', example: '2022:629' })
  sfs!: ElectionStatute;

  @ApiProperty({
    description: 'Angiven i protokollet, annars den som gällde · Stated, else of the day',
    example: false,
  })
  stated!: boolean;
}

export class ElectionRequestView {
  @ApiPropertyOptional({ description: 'Hur många som begärde det · How many asked for it', example: 18 })
  by?: number;

  @ApiPropertyOptional({ description: 'Antal närvarande · How many were present', example: 61 })
  present?: number;
}

export class ElectionListView {
  @ApiProperty({ description: 'Listans nummer här · Its number here', example: 1 })
  number!: number;

  @ApiPropertyOptional(sealedText('Gruppbeteckning · Group designation', 'Samverkan'))
  designation?: unknown;

  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    description: 'Partier bakom · Parties behind it',
    example: [PARTY],
  })
  partyIds?: string[];

  @ApiPropertyOptional({ description: 'Antal valsedlar · Ballots for it', example: 32 })
  votes?: number;

  @ApiPropertyOptional({ type: [NamedPersonView], description: 'Namnen i ordning · Its names in order' })
  candidates?: NamedPersonView[];
}

export class ElectedView extends NamedPersonView {
  @ApiPropertyOptional({ description: 'Listan vars plats det är · The list whose seat it is', example: 1 })
  list?: number;

  @ApiPropertyOptional({ description: 'Röster på personen · Votes for the person', example: 40 })
  votes?: number;
}

export class FillsView {
  @ApiProperty({
    description: 'Beslutet om det tidigare valet · Decision of the earlier one',
    example: DECISION,
    format: 'uuid',
  })
  decisionId!: string;

  @ApiProperty({ description: 'Det tidigare valet · The earlier election', example: FACT, format: 'uuid' })
  electionId!: string;

  @ApiPropertyOptional({ description: 'Listan som har platsen · The list that holds the seat', example: 2 })
  list?: number;
}

export class AwardedSeatView {
  @ApiProperty({
    description: 'Plats i ordningen; lika jämförelsetal delar · Place; equal numbers share it',
    example: 1,
  })
  place!: number;

  @ApiProperty({ description: 'Listan · The list', example: 1 })
  list!: number;

  @ApiProperty({ description: 'Jämförelsetalets täljare: röster · Votes', example: 32 })
  votes!: number;

  @ApiProperty({ description: 'Jämförelsetalets nämnare: platser plus ett · Seats plus one', example: 1 })
  divisor!: number;

  @ApiProperty({ description: 'Avgjort genom lottning · Decided by lot', example: false })
  byLot!: boolean;
}

export class UndecidedSeatsView {
  @ApiProperty({ description: 'Antal platser · How many seats', example: 1 })
  seats!: number;

  @ApiProperty({
    type: [Number],
    description: 'Listor med lika jämförelsetal · Lists with equal numbers',
    example: [1, 3],
  })
  between!: number[];
}

export class SeatDistributionView {
  @ApiProperty({ type: [AwardedSeatView], description: 'Platserna i ordning · The seats in order' })
  awards!: AwardedSeatView[];

  @ApiPropertyOptional({ type: UndecidedSeatsView, description: 'Vad lotten måste avgöra · What lots must decide' })
  undecided?: UndecidedSeatsView;

  @ApiProperty({ description: 'Platser som ingen lista kan ta · Seats no list can take', example: 0 })
  unfilled!: number;
}

export class ElectedHolderView extends NamedPersonView {
  @ApiProperty({ description: 'Plats i ordningen · Place in the order', example: 1 })
  place!: number;

  @ApiPropertyOptional({ description: 'Listan som har platsen · The list that holds the seat', example: 1 })
  list?: number;
}

export class ElectionBody {
  @ApiProperty({ description: 'Valets id · Id of the election', example: FACT, format: 'uuid' })
  electionId!: string;

  @ApiProperty({ enum: ELECTION_METHODS, description: 'Hur det hölls · How it was held', example: 'proportional' })
  method!: ElectionMethod;

  @ApiProperty({ enum: ELECTION_OFFICES, description: 'Vad som valdes · What was elected', example: 'members' })
  office!: ElectionOffice;

  @ApiProperty({ description: 'Hur många som skulle väljas · How many were to be elected', example: 9 })
  seats!: number;

  @ApiPropertyOptional({ description: 'Punkten det gällde · The point it was about', example: 1 })
  point?: number;

  @ApiPropertyOptional({ type: StatuteView, description: 'Lagen som gällde · The act that applied' })
  statute?: StatuteView;

  @ApiPropertyOptional({ type: ElectionRequestView, description: 'Begäran om proportionellt val · The request' })
  request?: ElectionRequestView;

  @ApiPropertyOptional({ description: 'Så många måste begära det · How many must ask', example: 7 })
  quota?: number;

  @ApiProperty({ type: [ElectionListView], description: 'Valsedelsgrupperna · The lists' })
  lists!: ElectionListView[];

  @ApiPropertyOptional({ description: 'Blanka och ogiltiga valsedlar · Blank and void ballots', example: 0 })
  invalidBallots?: number;

  @ApiPropertyOptional({
    type: [Number],
    description: 'Listor som lotten föll på · Lists that lots fell on',
    example: [2],
  })
  lots?: number[];

  @ApiPropertyOptional(sealedText('Om lottningen · About the lots', 'Lottning om sista platsen'))
  lotNote?: unknown;

  @ApiPropertyOptional({ type: [ElectedView], description: 'Valda enligt protokollet · Declared elected' })
  elected?: ElectedView[];

  @ApiPropertyOptional({ type: FillsView, description: 'Fyllnadsval: vilket vals plats · By-election: of which' })
  fills?: FillsView;

  @ApiPropertyOptional({
    type: SeatDistributionView,
    description: 'Platserna efter jämförelsetal · By comparison numbers',
  })
  distribution?: SeatDistributionView;

  @ApiProperty({ type: [ElectedHolderView], description: 'Vem som har vilken plats · Who holds which seat' })
  holders!: ElectedHolderView[];

  @ApiProperty({
    enum: ELECTION_REMARKS,
    isArray: true,
    description: 'Vad som inte går ihop · What does not fit together',
    example: ['tie-needs-lot'],
  })
  remarks!: ElectionRemark[];
}
