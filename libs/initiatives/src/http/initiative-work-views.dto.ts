import { DecisionPointRefDto } from '@liggare/decisions';
import { sealedText } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ASSESSMENTS, CONTINUATIONS, FOLLOW_UP_STATUSES } from '../domain/initiative-vocabulary.js';
import { DayPeriodDto } from './day-period.dto.js';
import { PeriodView } from './period-view.dto.js';

const PROBLEM = '7a0c2f3e-0d5c-5a53-8c3f-3b8a1c0f9a31';
const FACT = '2f7f9e57-0b6e-5b39-8a4c-5d9f1b6a7e02';

class WithBasisView {
  @ApiPropertyOptional({ type: DecisionPointRefDto })
  basis?: DecisionPointRefDto;
}

class SomeTimeView extends WithBasisView {
  @ApiPropertyOptional({ description: 'Som källan har det (EDTF) · As the source has it', example: '2023' })
  from?: string;

  @ApiPropertyOptional({ description: 'Som källan har det (EDTF) · As the source has it', example: '2026' })
  to?: string;

  @ApiPropertyOptional({ type: PeriodView })
  period?: PeriodView;
}

export class AddressView extends SomeTimeView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  addressId!: string;

  @ApiProperty({ example: PROBLEM, format: 'uuid' })
  problemId!: string;

  @ApiPropertyOptional({ example: FACT, format: 'uuid' })
  causeId?: string;
}

export class LegalBasisView extends SomeTimeView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  legalBasisId!: string;

  @ApiProperty({ example: 'lag (2023:421) om ordningsvakter 3 §' })
  statute!: string;
}

export class BudgetView extends WithBasisView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  budgetId!: string;

  @ApiProperty({ type: DayPeriodDto })
  period!: DayPeriodDto;

  @ApiProperty({ description: 'Hela kronor · Whole Swedish kronor', example: 1_200_000 })
  amount!: number;

  @ApiPropertyOptional({ example: 'Statsbidrag' })
  funding?: string;
}

export class PlannedView extends WithBasisView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  plannedId!: string;

  @ApiProperty({ type: DayPeriodDto })
  period!: DayPeriodDto;

  @ApiProperty({ example: '2025-03-31', format: 'date' })
  dueOn!: string;
}

export class PlannedFollowUpView extends PlannedView {
  @ApiProperty({ enum: FOLLOW_UP_STATUSES, description: 'Den dagen · On the day', example: 'due' })
  status!: string;
}

export class FollowUpView extends WithBasisView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  followUpId!: string;

  @ApiProperty({ type: DayPeriodDto })
  period!: DayPeriodDto;

  @ApiProperty({ description: 'Ofullständigt datum (EDTF) · Partial date (EDTF)', example: '2025-02' })
  madeOn!: string;

  @ApiProperty({ enum: ASSESSMENTS, description: 'Om effekten · Of the effect', example: 'on-track' })
  assessment!: string;

  @ApiPropertyOptional({ enum: CONTINUATIONS, example: 'adjust' })
  continuation?: string;

  @ApiPropertyOptional({ example: 'Tolv kvällar i månaden' })
  summary?: string;

  @ApiPropertyOptional(sealedText('Underlag · Evidence', 'Intervjuer med fältarbetare'))
  evidence?: unknown;

  @ApiPropertyOptional({ example: 'KS-2025/114' })
  evidenceReference?: string;

  @ApiPropertyOptional({ example: FACT, format: 'uuid' })
  plannedId?: string;
}

/** All of the work that is registered, whatever the day. */
export class RegisteredWorkView {
  @ApiProperty({ type: [AddressView] })
  addresses!: AddressView[];

  @ApiProperty({ type: [BudgetView] })
  budgets!: BudgetView[];

  @ApiProperty({ type: [LegalBasisView] })
  legalBases!: LegalBasisView[];

  @ApiProperty({ type: [PlannedView] })
  plannedFollowUps!: PlannedView[];

  @ApiProperty({ type: [FollowUpView] })
  followUps!: FollowUpView[];
}
