import { AsOfView, PageMeta } from '@liggare/platform';
import { ApiProperty } from '@nestjs/swagger';
import {
  ASSESSMENTS,
  CONTINUATIONS,
  FOLLOW_UP_STATUSES,
  INITIATIVE_STATUSES,
} from '../domain/initiative-vocabulary.js';
import { CAUSE_FACTORS, PROBLEM_STATUSES } from '../domain/problem-vocabulary.js';
import { DayPeriodDto } from './day-period.dto.js';
import { IndicatorItemView } from './indicator-page.dto.js';
import { LineageItem } from './initiative-page.dto.js';

const ID = '5f0f2f3e-0d5c-5a53-8c3f-3b8a1c0f9a11';
const PROBLEM = '7a0c2f3e-0d5c-5a53-8c3f-3b8a1c0f9a31';
const FACT = '2f7f9e57-0b6e-5b39-8a4c-5d9f1b6a7e02';

export class ChainProblemView {
  @ApiProperty({ example: PROBLEM, format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Öppen drogförsäljning' })
  title!: string;

  @ApiProperty({ example: 'Droger säljs öppet på torget', nullable: true, type: String })
  publicSummary!: string | null;

  @ApiProperty({ enum: [...PROBLEM_STATUSES, null], example: 'open', nullable: true, type: String })
  status!: string | null;
}

export class ChainCauseView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  id!: string;

  @ApiProperty({ example: PROBLEM, format: 'uuid' })
  problemId!: string;

  @ApiProperty({ example: 'Dålig belysning' })
  text!: string;

  @ApiProperty({ enum: CAUSE_FACTORS, example: 'risk' })
  factor!: string;
}

export class ChainAddressView {
  @ApiProperty({ example: PROBLEM, format: 'uuid' })
  problemId!: string;

  @ApiProperty({
    description: 'Null: problemet som helhet · the problem as a whole',
    example: FACT,
    format: 'uuid',
    nullable: true,
    type: String,
  })
  causeId!: string | null;
}

export class ChainInitiativeView {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Trygga stråk' })
  title!: string;

  @ApiProperty({ enum: [...INITIATIVE_STATUSES, null], example: 'ongoing', nullable: true, type: String })
  status!: string | null;

  @ApiProperty({ type: [ChainAddressView], description: 'Vad den möter den dagen · What it meets that day' })
  addresses!: ChainAddressView[];

  @ApiProperty({ type: [LineageItem], description: 'Vad den gått vidare i · What it went on in' })
  successors!: LineageItem[];
}

export class ChainFollowsView {
  @ApiProperty({ example: ID, format: 'uuid', nullable: true, type: String })
  initiativeId!: string | null;

  @ApiProperty({ example: null, format: 'uuid', nullable: true, type: String })
  problemId!: string | null;
}

export class ChainIndicatorView extends IndicatorItemView {
  @ApiProperty({ type: [ChainFollowsView], description: 'Vad den följer den dagen · What it follows that day' })
  follows!: ChainFollowsView[];
}

export class ChainFollowUpView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  id!: string;

  @ApiProperty({ example: ID, format: 'uuid' })
  initiativeId!: string;

  @ApiProperty({ type: DayPeriodDto })
  period!: DayPeriodDto;

  @ApiProperty({ description: 'Ofullständigt datum (EDTF) · Partial date (EDTF)', example: '2025-02' })
  madeOn!: string;

  @ApiProperty({ enum: ASSESSMENTS, description: 'Om effekten · Of the effect', example: 'on-track' })
  assessment!: string;

  @ApiProperty({ enum: [...CONTINUATIONS, null], example: 'continue', nullable: true, type: String })
  continuation!: string | null;

  @ApiProperty({ example: 'Tolv kvällar i månaden', nullable: true, type: String })
  summary!: string | null;
}

/** The preventive chain on a day: problem, cause, initiative, indicator, follow-up, linked by id. */
export class ChainBody {
  @ApiProperty({ type: [ChainProblemView] })
  problems!: ChainProblemView[];

  @ApiProperty({ type: [ChainCauseView] })
  causes!: ChainCauseView[];

  @ApiProperty({ type: [ChainInitiativeView] })
  initiatives!: ChainInitiativeView[];

  @ApiProperty({ type: [ChainIndicatorView], description: 'Var och en en gång · Each once' })
  indicators!: ChainIndicatorView[];

  @ApiProperty({ type: [ChainFollowUpView] })
  followUps!: ChainFollowUpView[];

  @ApiProperty({ type: AsOfView })
  asOf!: AsOfView;
}

export class PlannedFollowUpItem {
  @ApiProperty({ example: FACT, format: 'uuid' })
  plannedId!: string;

  @ApiProperty({ example: ID, format: 'uuid' })
  initiativeId!: string;

  @ApiProperty({ example: 'Trygga stråk' })
  title!: string;

  @ApiProperty({ type: DayPeriodDto, description: 'Perioden som ska följas upp · The period it concerns' })
  period!: DayPeriodDto;

  @ApiProperty({ example: '2026-12-31', format: 'date' })
  dueOn!: string;

  @ApiProperty({ enum: FOLLOW_UP_STATUSES, example: 'due' })
  status!: string;

  @ApiProperty({ type: [String], example: [], description: 'Uppföljningar som gjorts · Follow-ups that do it' })
  followUpIds!: string[];
}

export class PlannedFollowUpPage {
  @ApiProperty({ type: [PlannedFollowUpItem] })
  items!: PlannedFollowUpItem[];

  @ApiProperty({ type: PageMeta })
  _meta!: PageMeta;

  @ApiProperty({ type: AsOfView })
  asOf!: AsOfView;
}
