import type { CivilDate } from '@liggare/kernel';
import { AsOfQuery, AsOfView, IsCivilDate, MayBeAbsent, PageMeta, PageQuery } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { ATTENDANCE_ROLES, type AttendanceRole } from '../domain/attendance-events.js';
import { PARTICIPATIONS, type Participation } from '../domain/attendance-standing.js';
import { VOTES, type Vote } from '../domain/ballot-vocabulary.js';
import { OUTCOMES, STATEMENT_KINDS, type Outcome, type StatementKind } from '../domain/decision-vocabulary.js';
import {
  PARTICIPANT_REMARKS,
  STATEMENT_REMARKS,
  type ParticipantRemark,
  type StatementRemark,
} from '../domain/participants.js';
import { ParticipantView } from './attendance-views.dto.js';
import { DECISION, FACT, GROUP, MEETING, PERSON } from './example-ids.js';

export class CastVoteView {
  @ApiProperty({ description: 'Omröstningen · The ballot', example: FACT, format: 'uuid' })
  ballotId!: string;

  @ApiProperty({ enum: VOTES, description: 'Hur · How', example: 'yes' })
  vote!: Vote;
}

export class DecisionParticipantView extends ParticipantView {
  @ApiProperty({ type: [CastVoteView], description: 'Öppna röster · Open votes' })
  votes!: CastVoteView[];

  @ApiProperty({
    enum: PARTICIPANT_REMARKS,
    isArray: true,
    description: 'Röster som inte stämmer med närvaron · Votes that do not fit the attendance',
    example: ['voted-though-disqualified'],
  })
  remarks!: ParticipantRemark[];
}

export class StatementAuthorView {
  @ApiProperty({ description: 'Personen · The person', example: PERSON, format: 'uuid' })
  personId!: string;

  @ApiProperty({ enum: PARTICIPATIONS, description: 'Del i beslutet · Part in the decision', example: 'served' })
  participation!: Participation;
}

export class StatementStandingView {
  @ApiProperty({ description: 'Yttrandet · The statement', example: FACT, format: 'uuid' })
  statementId!: string;

  @ApiProperty({ enum: STATEMENT_KINDS, description: 'Slag · Kind', example: 'reservation' })
  kind!: StatementKind;

  @ApiProperty({ type: [StatementAuthorView], description: 'Personerna bakom · The persons behind it' })
  authors!: StatementAuthorView[];

  @ApiProperty({
    enum: STATEMENT_REMARKS,
    isArray: true,
    description: 'Vad som inte stämmer med deltagande eller tid · What does not fit participation or time',
    example: ['author-took-no-part'],
  })
  remarks!: StatementRemark[];
}

export class DecisionParticipantsBody {
  @ApiProperty({
    description: 'Om sammanträdets närvaro är registrerad · Whether attendance is registered',
    example: true,
  })
  attendanceKnown!: boolean;

  @ApiProperty({ type: [DecisionParticipantView], description: 'Person för person · By person' })
  participants!: DecisionParticipantView[];

  @ApiProperty({
    type: [StatementStandingView],
    description: 'Yttrandena mot deltagandet · The statements held against it',
  })
  statements!: StatementStandingView[];

  @ApiPropertyOptional({ type: AsOfView, description: 'Vad läsningen visar · What the read shows' })
  asOf?: AsOfView;
}

export class ParticipationsQuery extends IntersectionType(AsOfQuery, PageQuery) {
  @ApiPropertyOptional({
    enum: PARTICIPATIONS,
    description: 'Bara med denna del · Only with this part',
    example: 'served',
  })
  @MayBeAbsent()
  @IsIn(PARTICIPATIONS)
  participation?: Participation;

  @ApiPropertyOptional({
    type: String,
    description: 'Kan ha fattats från och med · May have been made from',
    example: '2023-01-01',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  from?: CivilDate;

  @ApiPropertyOptional({
    type: String,
    description: 'Kan ha fattats före · May have been made before',
    example: '2024-01-01',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  to?: CivilDate;
}

const nullable = { type: String, nullable: true } as const;

export class ParticipationItemView {
  @ApiProperty({ description: 'Beslutet · The decision', example: DECISION, format: 'uuid' })
  decisionId!: string;

  @ApiProperty({ ...nullable, description: 'Sammanträdet · The meeting', example: MEETING, format: 'uuid' })
  meetingId!: string | null;

  @ApiProperty({ ...nullable, description: 'Organet i registret · The body', example: GROUP, format: 'uuid' })
  organGroupId!: string | null;

  @ApiProperty({ description: 'När, så som det är känt (EDTF) · When, as well as it is known', example: '2023-02-13' })
  decidedOn!: string;

  @ApiProperty({ ...nullable, description: '§ i protokollet · in the minutes', example: '18' })
  paragraph!: string | null;

  @ApiProperty({ enum: OUTCOMES, description: 'Hur det gick · What became of it', example: 'adopted' })
  outcome!: Outcome;

  @ApiProperty({ enum: PARTICIPATIONS, description: 'Personens del i beslutet · The person’s part', example: 'served' })
  participation!: Participation;

  @ApiProperty({ ...nullable, enum: ATTENDANCE_ROLES, description: 'Som vad · As what', example: 'member' })
  role!: AttendanceRole | null;

  @ApiProperty({ ...nullable, description: 'I vems ställe · In whose place', example: null, format: 'uuid' })
  servesForPersonId!: string | null;

  @ApiProperty({ type: [CastVoteView], description: 'Öppna röster · Open votes' })
  votes!: CastVoteView[];
}

export class ParticipationPage {
  @ApiProperty({
    type: [ParticipationItemView],
    description: 'Besluten, det senaste först · The decisions, latest first',
  })
  items!: ParticipationItemView[];

  @ApiProperty({ type: PageMeta, description: 'Sidan · The page' })
  _meta!: PageMeta;

  @ApiProperty({ type: AsOfView, description: 'Vad läsningen visar · What the read shows' })
  asOf!: AsOfView;
}
