import { AsOfView, sealedText } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  CONFIDENCES,
  INSTRUMENTS,
  OUTCOMES,
  STATEMENT_KINDS,
  type Confidence,
  type Instrument,
  type Outcome,
  type StatementKind,
} from '../domain/decision-vocabulary.js';
import { AnnulmentView } from './annulment.dto.js';
import { ProceedingsView } from './legal-force-views.dto.js';
import { BallotView } from './ballot-views.dto.js';
import { DecisionIdentityDto } from './decision-identity.dto.js';
import { DeferralView } from './deferral.dto.js';
import { ElectionBody } from './election-views.dto.js';
import { DECISION, DOCUMENT_HASH, FACT, MEETING, PARTY, PERSON } from './example-ids.js';
import { PointView } from './point-views.dto.js';
import { EarlierDecisionDto } from './record-decision.dto.js';

export class StatementView {
  @ApiProperty({ description: 'Yttrandets id · Id of the statement', example: FACT, format: 'uuid' })
  statementId!: string;

  @ApiProperty({ enum: STATEMENT_KINDS, description: 'Slag · Kind', example: 'reservation' })
  kind!: StatementKind;

  @ApiPropertyOptional({ description: 'Punkten det gäller · The point it is about', example: 1 })
  point?: number;

  @ApiProperty({ type: [String], format: 'uuid', description: 'Partier bakom · Parties behind it', example: [PARTY] })
  partyIds!: string[];

  @ApiProperty({ type: [String], format: 'uuid', description: 'Personer bakom · Persons behind it', example: [PERSON] })
  personIds!: string[];

  @ApiPropertyOptional(
    sealedText('Undertecknare enligt handlingen · Signatory as the paper has it', 'För partigruppen'),
  )
  signatory?: unknown;

  @ApiPropertyOptional({ description: 'Inlämnat (EDTF) · Filed', example: '2024-04-15' })
  filedOn?: string;

  @ApiPropertyOptional(sealedText('Hela texten · The full text', 'Vi reserverar oss mot beslutet.'))
  text?: unknown;

  @ApiPropertyOptional({ description: 'Handlingens SHA-256, hex · SHA-256 of the paper, hex', example: DOCUMENT_HASH })
  documentHash?: string;
}

export class DecisionReportView {
  @ApiProperty({ description: 'Anmält (EDTF) · Reported', example: '2025-03-26' })
  on!: string;

  @ApiPropertyOptional({ description: 'Vid sammanträdet · At the meeting', example: MEETING, format: 'uuid' })
  meetingId?: string;

  @ApiPropertyOptional({ description: '§ i protokollet · in the minutes', example: '6' })
  paragraph?: string;
}

export class DecisionBody extends DecisionIdentityDto {
  @ApiProperty({ description: 'Beslutets id · Id of the decision', example: DECISION, format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: INSTRUMENTS, description: 'Hur det fattades · How it was made', example: 'meeting' })
  instrument!: Instrument;

  @ApiProperty({ enum: OUTCOMES, description: 'Hur det gick · What became of it', example: 'adopted' })
  outcome!: Outcome;

  @ApiProperty({
    description: 'När, så som det är känt (EDTF) · When, as well as it is known',
    example: '2018-06/2022-10',
  })
  decidedOn!: string;

  @ApiProperty({
    enum: CONFIDENCES,
    description: 'Hur säker uppgiften är · How sure the record is',
    example: 'certain',
  })
  confidence!: Confidence;

  @ApiPropertyOptional(sealedText('Källan och vad den inte säger · The source', 'Ur protokollet'))
  sourceNote?: unknown;

  @ApiPropertyOptional({ description: 'Handlingens SHA-256, hex · SHA-256 of the paper, hex', example: DOCUMENT_HASH })
  documentHash?: string;

  @ApiProperty({ type: [PointView], description: 'Punkterna · The points' })
  points!: PointView[];

  @ApiProperty({ type: [StatementView], description: 'Reservationer och yttranden · Reservations and statements' })
  statements!: StatementView[];

  @ApiProperty({ type: [BallotView], description: 'Hur det avgjordes · How it was decided' })
  ballots!: BallotView[];

  @ApiProperty({ type: [ElectionBody], description: 'Hur val gick till · How elections were held' })
  elections!: ElectionBody[];

  @ApiPropertyOptional({ type: DeferralView, description: 'Bordläggning, återremiss · How it was put off' })
  deferral?: DeferralView;

  @ApiProperty({
    type: [EarlierDecisionDto],
    description: 'Tidigare beslut som det gäller · Earlier decisions it is about',
  })
  refersTo!: EarlierDecisionDto[];

  @ApiPropertyOptional({ description: 'Infört före justeringen · Entered before the adjustment', example: true })
  awaitsAdjustment?: true;

  @ApiProperty({
    description: 'Preliminärt: protokollet är inte justerat än · Provisional: the minutes are not adjusted yet',
    example: false,
  })
  provisional!: boolean;

  @ApiPropertyOptional({ type: DecisionReportView, description: 'När det anmäldes · When it was reported' })
  reported?: DecisionReportView;

  @ApiPropertyOptional({ description: 'Posten som gäller · The entry that holds', example: DECISION, format: 'uuid' })
  duplicateOf?: string;

  @ApiPropertyOptional({
    description:
      'Posten fördes in av misstag; inget mer finns kvar av den · The entry was a mistake; no more is left of it',
    example: true,
  })
  registeredInError?: true;

  @ApiProperty({ type: [AnnulmentView], description: 'Upphävda punkter · Annulled points' })
  annulments!: AnnulmentView[];

  @ApiProperty({ type: ProceedingsView, description: 'Justering, anslag, överklaganden · Minutes, notices, appeals' })
  proceedings!: ProceedingsView;

  @ApiPropertyOptional({ type: AsOfView, description: 'Vad läsningen visar · What the read shows' })
  asOf?: AsOfView;
}
